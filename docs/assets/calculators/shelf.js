// @ts-check
// A reader's variants, kept in this browser for every page that has the calculator.

import { address } from "./client.js"

/** @import { Variant } from "./types.d.ts" */

export const MOST = 4

/** @type {Map<string, Variant[]>} where the browser keeps nothing, until the page is left */
const here = new Map()

/** Of this site alone: others may be on the same host. @param {string} calculator */
export const keyOf = (calculator) => new URL(address(`variants/${calculator}`)).pathname

/** What is kept, whatever wrote it. @param {string} calculator @returns {Variant[]} */
export function load(calculator) {
  const key = keyOf(calculator)
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "null")
    if (Array.isArray(list)) return list.filter(isVariant).slice(0, MOST)
  } catch {
    // Storage may be switched off, or have been written by something else.
  }
  return here.get(key) ?? []
}

/**
 * @param {string} calculator @param {Variant[]} variants
 * @returns {boolean} whether they outlive the page
 */
export function save(calculator, variants) {
  const key = keyOf(calculator)
  here.set(key, variants)
  try {
    if (variants.length) localStorage.setItem(key, JSON.stringify(variants))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** @param {any} it */
const isVariant = (it) => typeof it?.name === "string" && it.raw instanceof Object
