// @ts-check
// The form's raw strings: collected, put back. Knows no number.

/** @import { Raw } from "./types.d.ts" */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {Element} place @returns {Control} */
const control = (place) => /** @type {Control} */ (place.querySelector("input, select, textarea"))

/** @param {Element} place @returns {string} what is typed or chosen */
function typed(place) {
  const chosen = /** @type {HTMLInputElement | null} */ (place.querySelector("input:checked"))
  return (chosen ?? control(place)).value
}

/** @param {Element} place @returns {string} what the page itself has there */
export function preset(place) {
  const given = place.querySelector("input[checked], option[selected]")
  if (given) return /** @type {HTMLInputElement | HTMLOptionElement} */ (given).value
  const its = control(place)
  return its instanceof HTMLSelectElement ? its.options[0].value : its.defaultValue
}

/** @param {Element} place @returns {string[] | undefined} what may be chosen, if it is a choice */
function choices(place) {
  const given = [...place.querySelectorAll("option, input[type=radio]")]
  const options = /** @type {(HTMLOptionElement | HTMLInputElement)[]} */ (given)
  return options.length ? options.map(({ value }) => value) : undefined
}

/** @param {Element} place @param {string} value to type or choose */
function type(place, value) {
  const options = [...place.querySelectorAll("input[type=radio]")]
  for (const option of /** @type {HTMLInputElement[]} */ (options)) {
    option.checked = option.value === value
  }
  if (!options.length) control(place).value = value
}

/** @param {Element} root @param {string} kind @returns {Iterable<[string, Element]>} by name */
const named = (root, kind) =>
  [...root.querySelectorAll(`[data-${kind}]`)].map((place) => [
    place.getAttribute(`data-${kind}`) ?? "",
    place,
  ])

/** @param {Element} field @returns {Element[] | undefined} its rows, if it has any */
function rowsOf(field) {
  const rows = field.querySelector("[data-rows]")
  return rows ? [...rows.querySelectorAll("[data-row]")] : undefined
}

/**
 * Every control with its path, `clients` or `stages.0.conversion`, and its message's place.
 * @param {Element} root
 * @returns {Generator<{ path: string, place: Element, input: Control | null }>}
 */
export function* controls(root) {
  for (const [name, field] of named(root, "field")) {
    const rows = rowsOf(field)
    yield { path: name, place: field, input: rows ? null : control(field) }
    for (const [index, row] of (rows ?? []).entries()) {
      for (const [column, cell] of named(row, "cell")) {
        yield { path: `${name}.${index}.${column}`, place: cell, input: control(cell) }
      }
    }
  }
}

/**
 * Raw strings by field, rows as lists of such: those that `read` gives for each place.
 * @param {Element} root @param {(place: Element) => string} read
 * @returns {Raw}
 */
export function collect(root, read = typed) {
  /** @type {Raw} */
  const raw = {}
  for (const [name, field] of named(root, "field")) {
    const cells = (/** @type {Element} */ row) =>
      Object.fromEntries([...named(row, "cell")].map(([key, cell]) => [key, read(cell)]))
    raw[name] = rowsOf(field)?.map(cells) ?? read(field)
  }
  return raw
}

/** Whether it is what forms hold, whoever wrote it, and nothing deeper. @param {any} it */
export const isRaw = (it) =>
  it?.constructor === Object &&
  Object.values(it).every((one) => typeof one === "string" || (Array.isArray(one) && one.every(isRow)))

/** @param {any} it */
const isRow = (it) => it?.constructor === Object && Object.values(it).every((one) => typeof one === "string")

/** Whether the same is typed, the spaces between groups of digits aside. @param {Raw} one @param {Raw} other */
export const same = (one, other) => JSON.stringify(one, ungrouped) === JSON.stringify(other, ungrouped)

/** @param {string} _ @param {any} value */
const ungrouped = (_, value) =>
  typeof value === "string" && !/[^\d\s.,–-]/.test(value) ? value.replace(/\s/g, "") : value

/**
 * Whether the form has a place for such a value, which may come from anywhere.
 * @param {Element} root @param {string} name of a field @param {any} value
 */
export function takes(root, name, value) {
  const field = new Map(named(root, "field")).get(name)
  if (!field) return false
  /** @param {Element} place @param {any} text */
  const fits = (place, text) => typeof text === "string" && (choices(place)?.includes(text) ?? true)
  if (!rowsOf(field)) return fits(field, value)
  const cells = [...named(blankRow(field), "cell")]
  /** @param {any} row */
  const whole = (row) => row instanceof Object && cells.every(([key, cell]) => fits(cell, row[key]))
  return Array.isArray(value) && value.every(whole)
}

/** Put raw strings back, with as many rows as they have. @param {Element} root @param {Raw} raw */
export function fill(root, raw) {
  for (const [name, field] of named(root, "field")) {
    const given = raw[name]
    if (typeof given === "string") type(field, given)
    if (!Array.isArray(given)) continue
    rowsOf(field)?.forEach((row) => row.remove())
    for (const values of given) {
      for (const [key, cell] of named(addRow(field), "cell")) type(cell, values[key] ?? "")
    }
  }
}

/** Hide the fields that change nothing now. @param {Element} root @param {string[]} idle */
export function hide(root, idle) {
  for (const [name, field] of named(root, "field")) field.toggleAttribute("hidden", idle.includes(name))
}

/** @param {Element} field @returns {Element} a row of the page's template, in no page yet */
function blankRow(field) {
  const template = /** @type {HTMLTemplateElement} */ (field.querySelector("[data-rows] > template"))
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
  return /** @type {Element} */ (copy.firstElementChild)
}

/** Add a row from the page's template. @param {Element} field @returns {Element} */
export function addRow(field) {
  const row = blankRow(field)
  field.querySelector("[data-rows]")?.append(row)
  return row
}
