// @ts-check
// Fills the slots that the template made; knows names of slots, never of calculators.

/** @typedef {Record<string, any>} Data */

// What is drawn holds no slots, and is as much as all the rest; what is decided or compared has data of
// its own.
const APART = "[data-width], [data-decisions], [data-variants]"

const NUMBER = "\\d(?:[\\d,]|\\u00a0(?=\\d))*(?:\\u00a0?[%₽])?"
const BEGUN = "(?<![\\d,–])(?<!\\d\\u00a0)(?![\\d,–\\u00a0%₽]{20})"
const RANGE = new RegExp(`(${BEGUN}${NUMBER}(?:–${NUMBER})+)`)

/**
 * Fill `[data-text]` with texts, `[data-list]` with rows cloned from their template, and give what
 * has `[data-share]` its numbers as properties for the style sheet.
 * Nothing that already says the right thing is touched.
 * @param {Element} place @param {Data} data
 */
export function paint(place, data) {
  const list = place.getAttribute("data-list")
  const text = place.getAttribute("data-text")
  if (list !== null) rows(place, data, at(data, list))
  else if (text !== null) write(place, at(data, text))
  else if (place instanceof HTMLElement && place.dataset.share) share(place, data)
  else for (const part of place.children) if (!part.matches(APART)) paint(part, data)
}

/** Nobody is told again what a live region already says. @param {Element} slot @param {string} text */
export function write(slot, text) {
  if (slot.textContent !== text) slot.replaceChildren(...parts(text))
}

/** A text whose ranges no line ends in the middle of, as macros/ranges.py has it. @param {string} text */
export function parts(text) {
  return text.split(RANGE).map((part, index) => {
    const range = document.createElement("span")
    range.className = "range"
    range.textContent = part
    return index % 2 ? range : part
  })
}

/** @param {HTMLElement} slot @param {Data} data */
function share({ dataset, style }, data) {
  for (const name of (dataset.share ?? "").split(" ")) style.setProperty(`--${name}`, data[name])
}

/** @param {Element} list @param {Data} data @param {Data[]} items */
function rows(list, data, items) {
  const children = [...list.children]
  const start = children.findIndex((child) => child.localName === "template")
  const template = /** @type {HTMLTemplateElement} */ (children[start])
  const shown = children.slice(start + 1)
  // What stands before the template is no row.
  for (const child of children.slice(0, start)) paint(child, data)
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
