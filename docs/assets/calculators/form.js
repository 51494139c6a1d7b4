// @ts-check
// The form's raw strings: collected, kept through the visit, put back. Knows no number.

/** @import { Raw } from "./types.d.ts" */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {Element} place @returns {Control} */
const control = (place) => /** @type {Control} */ (place.querySelector("input, select, textarea"))

/** @param {Element} place @returns {string} what is typed or chosen */
function typed(place) {
  const chosen = /** @type {HTMLInputElement | null} */ (place.querySelector("input:checked"))
  return (chosen ?? control(place)).value
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

/** @param {Element} root @returns {Raw} raw strings by field, rows as lists of such */
export function collect(root) {
  /** @type {Raw} */
  const raw = {}
  for (const [name, field] of named(root, "field")) {
    const cells = (/** @type {Element} */ row) =>
      Object.fromEntries([...named(row, "cell")].map(([key, cell]) => [key, typed(cell)]))
    raw[name] = rowsOf(field)?.map(cells) ?? typed(field)
  }
  return raw
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

/** Add a row from the page's template. @param {Element} field @returns {Element} */
export function addRow(field) {
  const rows = /** @type {Element} */ (field.querySelector("[data-rows]"))
  const template = /** @type {HTMLTemplateElement} */ (rows.querySelector("template"))
  rows.append(template.content.cloneNode(true))
  return /** @type {Element} */ (rows.lastElementChild)
}

/** Keep what was typed, for a return to the page. @param {string} key @param {Raw | null} raw */
export function keep(key, raw) {
  try {
    if (raw) sessionStorage.setItem(key, JSON.stringify(raw))
    else sessionStorage.removeItem(key)
  } catch {
    // Storage may be switched off; the form works without it.
  }
}

/** @param {string} key @returns {Raw | null} what was kept, if anything */
export function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null")
  } catch {
    return null
  }
}

/**
 * Show the message of each bad field and clear the rest.
 * @param {Element} root @param {Record<string, string>} errors
 */
export function mark(root, errors) {
  for (const { path, place, input } of controls(root)) {
    const own = [...place.querySelectorAll("[data-error]")].find((p) => p.parentElement === place)
    if (!(own instanceof HTMLElement)) continue
    const message = errors[path] ?? ""
    own.textContent = message
    own.hidden = !message
    if (message) input?.setAttribute("aria-invalid", "true")
    else input?.removeAttribute("aria-invalid")
  }
}
