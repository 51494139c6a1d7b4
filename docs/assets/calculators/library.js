// @ts-check
// Loads libraries that few readers need, each once and only when it is needed.

import { address } from "./client.js"

/** @type {Map<string, Promise<void>>} */
const loaded = new Map()

/** Load a classic script unless it is there; a failure is forgotten. @param {string} script */
export function load(script) {
  const known = loaded.get(script)
  if (known) return known
  /** @type {Promise<void>} */
  const loading = new Promise((resolve, reject) => {
    const element = document.createElement("script")
    element.src = address(script)
    element.addEventListener("load", () => resolve())
    element.addEventListener("error", () => {
      loaded.delete(script)
      element.remove()
      reject(new Error(`${script} did not load`))
    })
    document.head.append(element)
  })
  loaded.set(script, loading)
  return loading
}
