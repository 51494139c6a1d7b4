// @ts-check
// A calculator's numbers as the fragment of an address, which no server ever sees:
// #cjm_uplift?reach=9000&stages.0.conversion=5&1=А&1.reach=8000&version=1

import { takes } from "./form.js"

/** @import { Raw, Variant } from "./types.d.ts" */

export const LONGEST = 8192 // characters of a fragment, which every way to send a link bears
const NUMBER = /^[1-4]$/ // of a variant; what it names stands there, its numbers below
const PATH = /^(?:([1-4])\.)?([a-z]\w*)(?:\.(\d+)\.(\w+))?$/

/**
 * Only what differs from the page's own, as it was typed, whether or not its digits are grouped yet.
 * @param {string} calculator @param {string} version @param {Raw} raw @param {Raw} initial
 * @param {Variant[]} variants
 */
export function write(calculator, version, raw, initial, variants) {
  const asked = new URLSearchParams()
  add(asked, "", raw, initial)
  variants.forEach((variant, index) => {
    asked.set(`${index + 1}`, variant.name)
    add(asked, `${index + 1}.`, variant.raw, initial)
  })
  asked.set("version", version)
  return `#${calculator}?${asked}`
}

/** @param {URLSearchParams} asked @param {string} prefix @param {Raw} raw @param {Raw} initial */
function add(asked, prefix, raw, initial) {
  for (const [name, value] of Object.entries(raw)) {
    if (JSON.stringify(value) === JSON.stringify(initial[name])) continue
    if (typeof value === "string" || !value.length) asked.set(prefix + name, asTyped(String(value)))
    else value.forEach((row, index) => cells(asked, `${prefix}${name}.${index}`, row))
  }
}

/** @param {URLSearchParams} asked @param {string} path @param {Record<string, string>} row */
function cells(asked, path, row) {
  for (const [column, text] of Object.entries(row)) asked.set(`${path}.${column}`, asTyped(text))
}

/** A number without the spaces that the page puts into it; people type others. @param {string} text */
const asTyped = (text) => (/^[\d\u00a0.,–-]*$/.test(text) ? text.replaceAll("\u00a0", "") : text)

// Of the page that it was opened at: head.js has it before anything changes the address.
let { link: fragment = "", chapter } = document.documentElement.dataset
let page = location.pathname

/** Whether the calculator stands alone, in a page of somebody else's. */
export const embedded = chapter !== undefined

/** What a link leads to: this page, or the chapter that explains what stands alone. */
export function home() {
  const { origin, pathname } = new URL(chapter ?? "", location.href)
  return origin + pathname
}

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
 * What the address asks of `root`'s form: what it has a place for, the same of each variant, the
 * paths of the rest, and whether it was too long to be read whole.
 * @param {Element} root
 */
export function read(root) {
  const query = fragment.slice(fragment.indexOf("?") + 1)
  const long = query.length > LONGEST
  const whole = long ? query.slice(0, query.lastIndexOf("&", LONGEST)) : query
  /** @type {Map<string, Given>} by the number of the variant, of the form itself by none */
  const forms = new Map([["", new Map()]])
  /** @type {Map<string, string>} */
  const names = new Map()
  /** @type {string[]} */
  const unknown = []
  let version = ""
  for (const [path, text] of new URLSearchParams(whole)) {
    const [, number = "", name, index, column] = PATH.exec(path) ?? []
    if (path === "version") version = text
    else if (NUMBER.test(path)) names.set(path, text)
    else if (name) place(forms, number, name, text, index, column)
    else unknown.push(path)
  }
  /** @param {string} number @returns {Raw} */
  const fitting = (number) => {
    /** @type {Raw} */
    const raw = {}
    for (const [name, value] of forms.get(number) ?? []) {
      const typed = typeof value === "string" ? value : rows(value)
      if (takes(root, name, typed)) raw[name] = typed
      else unknown.push(number ? `${number}.${name}` : name)
    }
    return raw
  }
  const variants = [...names].map(([number, name]) => ({ name, raw: fitting(number) }))
  return { raw: fitting(""), variants, unknown, version, long }
}

/** @typedef {Map<string, string | Map<number, [string, string][]>>} Given */

/**
 * @param {Map<string, Given>} forms @param {string} number @param {string} name @param {string} text
 * @param {string} [index] @param {string} [column]
 */
function place(forms, number, name, text, index, column) {
  const given = forms.get(number) ?? new Map()
  forms.set(number, given)
  if (!column) return void given.set(name, text)
  if (!(given.get(name) instanceof Map)) given.set(name, new Map())
  const cells = given.get(name)
  cells.set(Number(index), [...(cells.get(Number(index)) ?? []), [column, text]])
}

/** @param {Map<number, [string, string][]>} found */
const rows = (found) =>
  [...found].sort(([one], [other]) => one - other).map(([, row]) => Object.fromEntries(row))
