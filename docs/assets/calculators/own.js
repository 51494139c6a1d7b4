// @ts-check
// A reader's own numbers that calculators share: kept in this browser alone.

import * as store from "./store.js"

/** @typedef {Record<string, string>} Numbers as typed, by their keys */
/** @typedef {{ numbers: Numbers, agreed?: boolean }} Own whether calculators may add to them */

const LONGEST = 100 // characters of a number or a range
export const KEY = store.keyOf("numbers")
/** Told to the page when they change. */
export const CHANGED = "own"

/** What is kept, as far as it is such. @returns {Own} */
export const load = () => store.load("numbers", { numbers: {} }, read)

/** @param {Own} own @returns {boolean} whether it outlives the page */
export function save(own) {
  const kept = store.save("numbers", { version: store.VERSION, ...own })
  dispatchEvent(new Event(CHANGED))
  return kept
}

/** @param {string} text @returns {Own} */
function read(text) {
  const { agreed } = JSON.parse(text)
  return { numbers: understood(text).numbers, ...(typeof agreed === "boolean" && { agreed }) }
}

/**
 * The numbers in a text, whoever wrote it, and the keys of what is none. Throws an error where
 * there are none at all.
 * @param {string} text
 * @returns {{ numbers: Numbers, rest: string[] }}
 */
export function understood(text) {
  const { numbers } = JSON.parse(text)
  if (!(numbers instanceof Object) || Array.isArray(numbers)) throw new Error("no numbers")
  const entries = Object.entries(numbers)
  /** @param {[string, any]} entry */
  const fits = ([, value]) => typeof value === "string" && value.length <= LONGEST
  return {
    numbers: Object.fromEntries(entries.filter(fits)),
    rest: entries.filter((entry) => !fits(entry)).map(([key]) => key),
  }
}
