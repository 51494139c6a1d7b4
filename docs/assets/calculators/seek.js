// @ts-check
// «Сколько нужно»: what one number has to be for another answer.

import { ask } from "./client.js"
import { PAUSE } from "./decisions.js"
import { collect, controls } from "./form.js"
import { showChanged } from "./more.js"

/**
 * Answer what is asked under a calculator, and put what was found into its form.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal that ends it
 */
export function mount(root, signal) {
  const place = root.querySelector("[data-seek]")
  if (!place) return
  const said = /** @type {HTMLElement} */ (place.querySelector("[data-seek-said]"))
  const take = /** @type {HTMLElement} */ (place.querySelector("[data-action=seek-take]"))
  let found = { sentence: "", path: "", text: "" }
  let timer = 0
  let asked = 0

  function asking() {
    /** @type {Record<string, string>} */
    const seek = {}
    for (const control of place?.querySelectorAll("[data-seek-for]") ?? []) {
      const { dataset, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (control)
      seek[dataset.seekFor ?? ""] = value
    }
    return seek
  }

  async function work() {
    const turn = ++asked
    const seek = asking()
    const nothing = { sentence: "", path: "", text: "" }
    const { calculator = "" } = root.dataset
    const told = seek.target ? await ask(calculator, collect(root), "decide", { seek }) : nothing
    if (turn !== asked) return
    if (!told) return later()
    found = told
    said.textContent = told.sentence
    take.hidden = !told.path
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(work, PAUSE)
  }

  const fill = () => {
    const control = [...controls(root)].find(({ path }) => path === found.path)?.input
    if (!control) return
    control.value = found.text
    showChanged(root)
    control.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** What is typed here is not of the form. @param {Event} event */
  const own = (event) => {
    event.stopPropagation()
    later()
  }
  place.addEventListener("input", own, { signal })
  take.addEventListener("click", fill, { signal })
  root.addEventListener("input", () => asking().target && later(), { signal })
}
