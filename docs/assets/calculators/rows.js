// @ts-check
// Rows that a reader adds, removes and reorders, by pointer or keyboard.

import { addRow } from "./form.js"

/**
 * Do what a row's button says. @param {HTMLElement} button
 * @returns {boolean} whether the rows changed
 */
export function act(button) {
  const field = /** @type {HTMLElement} */ (button.closest("[data-field]"))
  const row = button.closest("[data-row]")
  switch (button.dataset.action) {
    case "row-add":
      focus(addRow(field).querySelector("input"))
      break
    case "row-remove":
      row?.remove()
      focus(field.querySelector("[data-action=row-add]"))
      break
    case "row-up":
      if (row?.previousElementSibling?.matches("[data-row]")) row.previousElementSibling.before(row)
      button.focus()
      break
    case "row-down":
      row?.nextElementSibling?.after(row)
      button.focus()
      break
    default:
      return false
  }
  limit(field)
  return true
}

/** @param {Element | null} element */
function focus(element) {
  if (element instanceof HTMLElement) element.focus()
}

/** Switch off the buttons that would go beyond the limits. @param {Element} field */
export function limit(field) {
  const rows = /** @type {HTMLElement} */ (field.querySelector("[data-rows]"))
  const count = rows.querySelectorAll("[data-row]").length
  /** @param {string} action @param {boolean} off */
  const disable = (action, off) =>
    field.querySelectorAll(`[data-action=${action}]`).forEach((b) => b.toggleAttribute("disabled", off))
  disable("row-add", count >= Number(rows.dataset.maximum))
  disable("row-remove", count <= Number(rows.dataset.minimum))
}
