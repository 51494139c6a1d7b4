// @ts-check
// What a reader has put into his report: kept in this browser alone.

import { isRaw, same } from "./form.js"
import * as store from "./store.js"

/** @import { Raw } from "./types.d.ts" */
/** @typedef {{ calculator: string, version: string, raw: Raw, note: string }} Entry */
/** @typedef {{ title: string, entries: Entry[] }} Report */

export const MOST = 20

/** @returns {Report} */
export const load = () => store.load("report", { title: "", entries: [] }, understood)

/** @param {Report} report @returns {boolean} whether it outlives the page */
export const save = (report) => store.save("report", { version: store.VERSION, ...report })

/**
 * The report in a text, whoever wrote it, without what is no entry. Throws an error where it is none.
 * @param {string} text @returns {Report}
 */
export function understood(text) {
  const { title, entries } = JSON.parse(text)
  return { title: isText(title) ? title : "", entries: entries.filter(isEntry) }
}

/** @param {any} it */
const isText = (it) => typeof it === "string"

/** @param {any} it */
const isEntry = (it) =>
  [it?.calculator, it?.version, it?.note].every(isText) && isRaw(it.raw)

/** Whether an entry is among others with all that is in it. @param {Entry[]} entries @param {Entry} one */
export const has = (entries, { calculator, raw, note }) =>
  entries.some((it) => it.calculator === calculator && same(it.raw, raw) && (!note || it.note === note))

/** @param {Entry} one @returns {string} what to say of it */
export function add(one) {
  const { title, entries } = load()
  if (has(entries, one)) return "known"
  if (entries.length >= MOST) return "crowded"
  if (!save({ title, entries: [...entries, one] })) return "unkept"
  return entries.some(({ calculator }) => calculator === one.calculator) ? "another" : "added"
}
