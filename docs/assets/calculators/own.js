// @ts-check
// A reader's own numbers that calculators share: kept in this browser alone.

/** @typedef {Record<string, string>} Numbers as typed, by their keys */
/** @typedef {{ numbers: Numbers, agreed?: boolean }} Own whether calculators may add to them */

import { address } from "./client.js"

const VERSION = 1
// Of this site alone: others may be on the same host.
export const KEY = new URL(address("numbers")).pathname

/** Told to the page when they change. */
export const CHANGED = "own"

/** @type {Own} where the browser keeps nothing, until the page is left */
let here = { numbers: {} }

/** What is kept, as far as it is such. @returns {Own} */
export function load() {
  try {
    const text = localStorage.getItem(KEY)
    if (text === null) return here
    const { agreed } = JSON.parse(text)
    return { numbers: understood(text).numbers, ...(typeof agreed === "boolean" && { agreed }) }
  } catch {
    return here // storage is switched off, or something else wrote there
  }
}

/** @param {Own} own @returns {boolean} whether it outlives the page */
export function save(own) {
  here = own
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...own }))
    return true
  } catch {
    return false
  } finally {
    dispatchEvent(new Event(CHANGED))
  }
}

/** The same as a file's text. @param {Numbers} numbers */
export const written = (numbers) => `${JSON.stringify({ version: VERSION, numbers }, null, 2)}\n`

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

const LONGEST = 100 // characters of a number or a range
