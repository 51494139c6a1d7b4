// @ts-check
// What was typed, kept in this browser for a return to the page.

import { takes } from "./form.js"

/** @import { Raw } from "./types.d.ts" */

const ASIDE = " aside"
const SHOWN = 1000 // characters of what is aside; laying out a book would stop the page

/** @param {string} key @param {Raw | string[] | null} value what is typed, or nothing */
export function keep(key, value) {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value))
    else sessionStorage.removeItem(key)
  } catch {
    // Storage may be switched off; the form works without it.
  }
}

/**
 * What was kept, whatever wrote it, as far as this form has a place for it; the words of the rest
 * are shown until the reader has seen enough of them.
 * @param {Element} root @param {string} key
 * @returns {Raw | undefined}
 */
export function kept(root, key) {
  /** @type {Raw} */
  const raw = {}
  const rest = words(stored(key + ASIDE))
  for (const [name, value] of Object.entries(stored(key))) {
    if (takes(root, name, value)) raw[name] = value
    else rest.push(...words(value))
  }
  keep(key + ASIDE, rest.length ? rest : null)
  tell(root, rest)
  return Object.keys(raw).length ? raw : undefined
}

/** @param {Element} root @param {string} key */
export function forget(root, key) {
  keep(key + ASIDE, null)
  tell(root, [])
}

/** @param {Element} root @param {string[]} rest that no field has a place for */
function tell(root, rest) {
  root.querySelector("[data-aside]")?.toggleAttribute("hidden", !rest.length)
  const place = root.querySelector("[data-aside] q")
  if (place) place.textContent = rest.join("; ").slice(0, SHOWN)
}

/** @param {string} key @returns {object} a map of fields, or whatever else was there in a list */
export function stored(key) {
  let text = ""
  try {
    text = sessionStorage.getItem(key) ?? ""
    const value = text ? JSON.parse(text) : {}
    return value instanceof Object ? value : [value]
  } catch {
    return text ? [text] : {} // no JSON, or a storage that may not be read
  }
}

/** @param {unknown} value @returns {string[]} every text in it, however deep */
function words(value) {
  if (value instanceof Object) return Object.values(value).flatMap(words)
  return value === null || value === "" ? [] : [String(value)]
}
