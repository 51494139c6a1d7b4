// @ts-check
// A reader's variants, kept in this browser for every page that has the calculator.

import { isRaw } from "./form.js"
import * as store from "./store.js"

/** @import { Variant } from "./types.d.ts" */

export const MOST = 4

/** @param {string} calculator */
const nameOf = (calculator) => `variants/${calculator}`

/** @param {string} calculator */
export const keyOf = (calculator) => store.keyOf(nameOf(calculator))

/** What is kept, whatever wrote it. @param {string} calculator @returns {Variant[]} */
export const load = (calculator) => store.load(nameOf(calculator), [], read)

/**
 * @param {string} calculator @param {Variant[]} variants
 * @returns {boolean} whether they outlive the page
 */
export const save = (calculator, variants) => store.save(nameOf(calculator), variants)

/** @param {string} text @returns {Variant[]} */
const read = (text) => JSON.parse(text).filter(isVariant).slice(0, MOST)

/** @param {any} it */
const isVariant = (it) => typeof it?.name === "string" && isRaw(it.raw)
