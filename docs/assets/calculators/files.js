// @ts-check
// Files that a reader takes away: made when asked for, saved by the browser itself.

import { order, start } from "./client.js"
import { collect, mark } from "./form.js"

/** @import { Made, Runtime } from "./types.d.ts" */

/** What writes a kind of file that is more than text. */
const WRITERS = { docx: () => import("./docx.js"), xlsx: () => import("./xlsx.js") }

/**
 * Let the buttons of a calculator's files work; returns what a click on one does.
 * @param {HTMLElement} root @param {Runtime} runtime
 * @returns {(button: HTMLElement) => Promise<void>}
 */
export function offer(root, runtime) {
  const { calculator = "" } = root.dataset
  root.setAttribute("data-live", "")

  /** @param {string} kind @param {number} number @returns {Promise<string>} what to say */
  async function take(kind, number) {
    if (kind === "copy") return copy(root.querySelector("[data-text=document]"))
    start(runtime)
    const made = await order(calculator, collect(root), { kind, number })
    if (made.errors) {
      mark(root, made.errors)
      return "unread"
    }
    save(await write(kind, made, runtime), made.name)
    return "saved"
  }

  return async (button) => {
    const { file = "" } = button.dataset
    const say = speaker(button)
    const number = numberOf(button)
    say("making")
    try {
      say(await take(file, number))
    } catch (error) {
      console.warn("calculators: no file:", error)
      say("failed")
    }
  }
}

/** What writes under the button: one of the messages that its place has. @param {HTMLElement} button */
function speaker(button) {
  const place = button.closest("[data-files]")?.querySelector("[role=status]")
  return (/** @type {string} */ message) => {
    if (place) place.textContent = place.getAttribute(`data-${message}`)
  }
}

/** Which table of the result a button stands at, from 0. @param {HTMLElement} button */
function numberOf(button) {
  const tables = button.closest("[data-list=tables]")?.querySelectorAll("[data-files]") ?? []
  return Math.max(0, [...tables].findIndex((place) => place.contains(button)))
}

/** @param {string} kind @param {Made} made @param {Runtime} runtime @returns {Promise<Blob>} */
async function write(kind, made, runtime) {
  if (kind === "docx" || kind === "xlsx") {
    const writer = await WRITERS[kind]()
    return writer.write(made, runtime)
  }
  return new Blob([made.text ?? ""], { type: made.type })
}

/** @param {Blob} content @param {string} name */
function save(content, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** @param {Element | null} place whose text is copied as it stands @returns {Promise<string>} */
async function copy(place) {
  try {
    await navigator.clipboard.writeText(place?.textContent ?? "")
    return "copied"
  } catch {
    return "uncopied" // forbidden, or a page that came without TLS
  }
}
