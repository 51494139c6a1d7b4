// @ts-check
// Work of Python's that nobody waits for, a slice at a time: a reader's question goes between two.

const SLICE = 8 // ms
const SIGN = 1000 // ms after which it is said that work goes on

/** @typedef {{ next: () => { value?: string }, destroy: () => void }} Work a Python iterator */

let drops = 0
/** @type {Promise<unknown>} all that was begun so far */
let before = Promise.resolve()

/** What is being worked out, or waits for it, is of no use any more. */
export const drop = () => void ++drops

/**
 * Go through what `begin` begins, which gives "" until it has found something, once what was begun
 * before has ended; now and then give a sign.
 * @param {() => Work} begin
 * @param {() => void} sign
 * @returns {Promise<string>} what it found, "null" if it was dropped before
 */
export function inSlices(begin, sign) {
  const at = drops
  const found = before.then(() => work(begin, sign, at))
  before = found.catch(() => {})
  return found
}

/** @param {() => Work} begin @param {() => void} sign @param {number} at */
async function work(begin, sign, at) {
  if (at !== drops) return "null"
  const pieces = begin()
  let signed = performance.now()
  try {
    while (at === drops) {
      const now = performance.now()
      do {
        const { value } = pieces.next()
        if (value) return value
      } while (performance.now() < now + SLICE)
      if (now > signed + SIGN) {
        sign()
        signed = now
      }
      await new Promise((resolve) => setTimeout(resolve))
    }
    return "null"
  } finally {
    pieces.destroy()
  }
}
