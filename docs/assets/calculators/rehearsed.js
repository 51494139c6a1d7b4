// @ts-check
// What the worker rehearses once it is live.

import { collect, preset } from "./form.js"

/** Of each of the page's calculators its own example; nothing if nobody looks or data is dear. */
export function rehearsed() {
  const { connection } = /** @type {any} */ (navigator)
  if (document.hidden || connection?.saveData) return []
  const roots = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-calculator]"))
  const questions = [...roots].map((root) => {
    const question = { calculator: root.dataset.calculator, raw: collect(root, preset) }
    return JSON.stringify(question)
  })
  return [...new Set(questions)]
}
