// @ts-check
// A calculator's numbers as the fragment of an address, which no server ever sees:
// #cjm_uplift?reach=9000&stages.0.conversion=5&version=1

import { takes } from "./form.js"

/** @import { Raw } from "./types.d.ts" */

export const LONGEST = 8192 // characters of a fragment, which every way to send a link bears
const PATH = /^(\w+)(?:\.(\d+)\.(\w+))?$/

/**
 * Only what differs from the page's own, as it was typed.
 * @param {string} calculator @param {string} version @param {Raw} raw @param {Raw} initial
 */
export function write(calculator, version, raw, initial) {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(raw)) {
    if (JSON.stringify(value) === JSON.stringify(initial[name])) continue
    if (typeof value === "string" || !value.length) asked.set(name, String(value))
    else value.forEach((row, index) => cells(asked, `${name}.${index}`, row))
  }
  asked.set("version", version)
  return `#${calculator}?${asked}`
}

/** @param {URLSearchParams} asked @param {string} path @param {Record<string, string>} row */
function cells(asked, path, row) {
  for (const [column, text] of Object.entries(row)) asked.set(`${path}.${column}`, text)
}

// Of the page that it was opened at: head.js has it before anything changes the address.
let { link: fragment = "" } = document.documentElement.dataset
let page = location.pathname

/** The calculator that the address names, if the page has it. @returns {HTMLElement | null} */
export function linked() {
  if (location.hash.includes("?")) [fragment, page] = [location.hash, location.pathname]
  const [name, query] = fragment.slice(1).split("?", 2)
  if (query === undefined || page !== location.pathname) return null
  return document.querySelector(`[data-calculator="${CSS.escape(name)}"]`)
}

/** The link has been followed as far as the reader wants. */
export function leave() {
  fragment = ""
  history.replaceState(history.state, "", location.pathname + location.search)
}

/**
 * What the address asks of `root`'s form: what it has a place for, the paths of the rest, and
 * whether it was too long to be read whole.
 * @param {Element} root
 */
export function read(root) {
  const query = fragment.slice(fragment.indexOf("?") + 1)
  const long = query.length > LONGEST
  const whole = long ? query.slice(0, query.lastIndexOf("&", LONGEST)) : query
  /** @type {Map<string, string | Map<number, [string, string][]>>} */
  const given = new Map()
  /** @type {string[]} */
  const unknown = []
  let version = ""
  for (const [path, text] of new URLSearchParams(whole)) {
    const [, name, index, column] = PATH.exec(path) ?? []
    if (path === "version") version = text
    else if (!name) unknown.push(path)
    else if (!column) given.set(name, text)
    else into(given, name).set(Number(index), [...(into(given, name).get(Number(index)) ?? []), [column, text]])
  }
  /** @type {Raw} */
  const raw = {}
  for (const [name, value] of given) {
    const typed = typeof value === "string" ? value : rows(value)
    if (takes(root, name, typed)) raw[name] = typed
    else unknown.push(name)
  }
  return { raw, unknown, version, long }
}

/** @param {Map<string, any>} given @param {string} name @returns {Map<number, [string, string][]>} */
function into(given, name) {
  if (!(given.get(name) instanceof Map)) given.set(name, new Map())
  return given.get(name)
}

/** @param {Map<number, [string, string][]>} found */
const rows = (found) =>
  [...found].sort(([one], [other]) => one - other).map(([, row]) => Object.fromEntries(row))
