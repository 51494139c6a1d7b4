// @ts-check
// Fills the slots that the template made; knows names of slots, never of calculators.

/** @typedef {Record<string, any>} Data */

/**
 * Fill `[data-text]` with texts and `[data-list]` with rows cloned from their template.
 * Nothing that already says the right thing is touched.
 * @param {Element} place @param {Data} data
 */
export function paint(place, data) {
  for (const list of own(place, "data-list")) {
    rows(list, at(data, list.getAttribute("data-list") ?? ""))
  }
  for (const slot of own(place, "data-text")) {
    const text = at(data, slot.getAttribute("data-text") ?? "")
    if (slot.textContent !== text) slot.textContent = text
  }
}

/** The slots of `place` and in it, but not those in a row of a list in it. @param {Element} place @param {string} name */
function own(place, name) {
  /** @param {Element} slot */
  const list = (slot) => slot.parentElement?.closest("[data-list]")
  const slots = [place, ...place.querySelectorAll(`[${name}]`)]
  return slots.filter((slot) => slot.hasAttribute(name) && list(slot) === list(place))
}

/** @param {Element} list @param {Data[]} items */
function rows(list, items) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("template"))
  const shown = [...list.children].filter((child) => child !== template)
  items.forEach((item, index) => {
    const row = shown[index] ?? list.appendChild(blank(template))
    paint(row, item)
  })
  shown.slice(items.length).forEach((row) => row.remove())
}

/** @param {HTMLTemplateElement} template @returns {Element} a copy of the template's row */
function blank(template) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
  return /** @type {Element} */ (copy.firstElementChild)
}

/** @param {Data} data @param {string} path such as `reading.meaning` @returns {any} */
const at = (data, path) => path.split(".").reduce((found, name) => found[name], data)
