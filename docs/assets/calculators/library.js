// @ts-check
// Loads libraries that few readers need, each once and only when it is needed.

import { address } from "./client.js"

/** @type {Map<string, Promise<void>>} */
const loaded = new Map()

/**
 * Load a classic script unless it is there; a failure is forgotten, so that it is asked for again.
 * @param {string} script @param {string} name of what it defines: one that is cut arrives all the same
 */
export function load(script, name) {
  const known = loaded.get(script)
  if (known) return known
  /** @type {Promise<void>} */
  const loading = new Promise((resolve, reject) => {
    const element = document.createElement("script")
    element.src = address(script)
    const failed = () => {
      loaded.delete(script)
      element.remove()
      reject(new Error(`${script} did not load`))
    }
    element.addEventListener("load", () => (name in window ? resolve() : failed()))
    element.addEventListener("error", failed)
    document.head.append(element)
  })
  loaded.set(script, loading)
  return loading
}
