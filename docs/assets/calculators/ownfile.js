// @ts-check
// Files in which a reader carries what he typed from one browser to another.

import { save } from "./files.js"
import { VERSION } from "./store.js"

const LARGEST = 1_000_000 // bytes of a file that is read

/** @param {string} name @param {object} value @returns {string} what to say of it */
export function give(name, value) {
  save(new Blob([JSON.stringify({ version: VERSION, ...value }, null, 2), "\n"], { type: "application/json" }), name)
  return "saved"
}

/**
 * Have files read that the reader chooses.
 * @param {Element} root @param {AbortSignal} signal that ends it
 * @param {(text: string) => unknown} read throws an error at a file of another kind
 * @param {() => void} refuse is told of such a file
 */
export function receive(root, signal, read, refuse) {
  const chosen = /** @type {HTMLInputElement} */ (root.querySelector("[data-load]"))
  chosen.addEventListener("change", async () => {
    const [file] = chosen.files ?? []
    if (file?.size > LARGEST) refuse()
    else await file?.text().then(read).catch(refuse)
    chosen.value = ""
  }, { signal })
}
