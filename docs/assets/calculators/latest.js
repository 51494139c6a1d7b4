// @ts-check
// Of all that is typed while an answer is on its way only the last is asked.

import { ask } from "./client.js"

/** @import { Raw, View } from "./types.d.ts" */

/**
 * What answers a calculator's inputs; nothing where others were asked about meanwhile.
 * @param {string} calculator
 * @returns {(raw: Raw) => Promise<View | undefined>}
 */
export function latest(calculator) {
  let asked = 0
  /** @type {Promise<View> | undefined} */
  let coming
  return async (raw) => {
    const turn = ++asked
    if (coming) await coming
    if (turn !== asked) return undefined
    coming = ask(calculator, raw)
    const view = await coming
    coming = undefined
    return turn === asked ? view : undefined
  }
}
