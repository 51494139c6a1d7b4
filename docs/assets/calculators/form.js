// @ts-check
// The form's raw strings: collected, kept through the visit, put back. Knows no number.

/** @param {HTMLElement} root @returns {Map<string, HTMLInputElement>} inputs by field */
export function inputs(root) {
  const found = new Map()
  for (const field of root.querySelectorAll("[data-field]")) {
    const { field: name } = /** @type {HTMLElement} */ (field).dataset
    found.set(name, field.querySelector("input"))
  }
  return found
}

/** @param {HTMLElement} root @returns {Record<string, string>} raw strings by field */
export const collect = (root) =>
  Object.fromEntries([...inputs(root)].map(([name, input]) => [name, input.value]))

/** @param {HTMLElement} root whether any field differs from what the build put there */
export const changed = (root) =>
  [...inputs(root).values()].some((input) => input.value !== input.defaultValue)

/** Put the default back into every field. @param {HTMLElement} root */
export function reset(root) {
  for (const input of inputs(root).values()) input.value = input.defaultValue
}

/** Keep what was typed, for a return to the page. @param {HTMLElement} root @param {string} key */
export function keep(root, key) {
  try {
    if (changed(root)) sessionStorage.setItem(key, JSON.stringify(collect(root)))
    else sessionStorage.removeItem(key)
  } catch {
    // Storage may be switched off; the form works without it.
  }
}

/** Put back what was kept. @param {HTMLElement} root @param {string} key */
export function restore(root, key) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}")
    for (const [name, input] of inputs(root)) input.value = kept[name] ?? input.value
  } catch {
    // As above.
  }
}

/**
 * Show the message of each bad field and clear the rest.
 * @param {HTMLElement} root @param {Record<string, string>} errors
 */
export function mark(root, errors) {
  for (const [name, input] of inputs(root)) {
    const place = input.closest("[data-field]")?.querySelector("[data-error]")
    if (!(place instanceof HTMLElement)) continue
    const message = errors[name] ?? ""
    place.textContent = message
    place.hidden = !message
    if (message) input.setAttribute("aria-invalid", "true")
    else input.removeAttribute("aria-invalid")
  }
}
