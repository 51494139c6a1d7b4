// @ts-check
// What Python needs to make what a reader takes away: a start does without it.

/** @import { Files } from "./packed.js" */
/** @typedef {(question: string) => string} Answer */

export const TAKEAWAY = "takeaway.zip"
const PLACE = "/lib/python313.zip" // where the library was when the memory was kept

/**
 * What gives what answers, once it is there; it is asked for again where it did not come.
 * @param {any} python
 * @param {() => Files | undefined} ask for its modules, if Python has them not
 * @returns {() => Promise<Answer>}
 */
export function taking(python, ask) {
  /** @type {Promise<Answer> | undefined} */
  let brought
  return async () => {
    try {
      return await (brought ??= bring(python, ask()))
    } catch (error) {
      brought = undefined
      throw error
    }
  }
}

/** @param {any} python @param {Files} [files] @returns {Promise<Answer>} */
async function bring(python, files) {
  if (files) {
    python.FS.writeFile(PLACE, await files.bytes(TAKEAWAY))
    files.end()
    // It has looked there before, and found nothing.
    python.pyimport("sys").path_importer_cache.clear()
  }
  return python.pyimport("calculators.kit.takeaway.door").answer
}
