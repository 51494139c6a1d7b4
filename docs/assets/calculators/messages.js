// @ts-check
// What is said at the fields of a form: messages and notes.

import { controls } from "./form.js"

/**
 * Show the message of each bad field and the note of each doubtful one, and clear the rest.
 * @param {Element} root @param {Record<string, string>} errors @param {Record<string, string>} notes
 */
export function mark(root, errors, notes = {}) {
  for (const { path, place, input } of controls(root)) {
    say(place, "data-error", errors[path] ?? "")
    say(place, "data-note", notes[path] ?? "")
    if (errors[path]) input?.setAttribute("aria-invalid", "true")
    else input?.removeAttribute("aria-invalid")
  }
}

/** @param {Element} place @param {string} slot @param {string} words none hide the slot */
function say(place, slot, words) {
  const own = [...place.children].find((child) => child.hasAttribute(slot))
  if (!(own instanceof HTMLElement)) return
  own.textContent = words
  own.hidden = !words
}
