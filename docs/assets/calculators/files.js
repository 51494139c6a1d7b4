// @ts-check
// Files that a reader takes away: made when asked for, saved by the browser itself.

import { address, order, start } from "./client.js"
import { add } from "./entries.js"
import { collect } from "./form.js"
import { mark } from "./messages.js"

/** @import { Made, Variant, Wanted } from "./types.d.ts" */

/** What writes a kind of file that is more than text. @type {Record<string, () => Promise<{ write: (made: Made) => Promise<Blob> }>>} */
const WRITERS = { docx: () => import("./docx.js"), ics: () => import("./ics.js"), xlsx: () => import("./xlsx.js") }

/**
 * Let the buttons of a calculator's files work; returns what a click on one does.
 * @param {HTMLElement} root
 * @param {() => Variant[]} named the variants
 * @param {(wanted: Wanted) => Promise<Made>} [make] asks for a file that is none of a calculator's
 * @returns {(button: HTMLElement) => Promise<void>}
 */
export function offer(root, named, make) {
  const { calculator = "", version = "" } = root.dataset

  /** @param {Wanted} wanted @returns {Promise<[string, string?]>} what to say */
  async function take(wanted) {
    const { kind } = wanted
    if (kind === "copy") return [await copy(root.querySelector("[data-text=document]")?.textContent ?? "")]
    const wrong = root.querySelector("[data-error]:not([hidden])")
    if (kind === "report") {
      return [wrong ? "unread" : add({ calculator, version, raw: collect(root), note: "" })]
    }
    start()
    const coming = make?.(wanted) ?? order({ calculator, raw: collect(root), file: wanted })
    const copying = kind === "py" && copied(coming)
    const made = await coming
    if (made.errors) {
      mark(root, made.errors)
      return ["unread"]
    }
    if (made.unfollowed) return ["unfollowed"]
    // On a line of their own, where they are selected without the words before them.
    if (kind === "py") return (await copying) ? ["copied"] : ["uncopied-lines", `\n${made.text}`]
    save(await write(kind, made), made.name)
    return ["saved"]
  }

  return async (button) => {
    const { file: kind = "", withVariants, archive } = button.dataset
    const say = speaker(button)
    const variants = withVariants === undefined ? [] : named()
    const wanted = { kind, number: numberOf(button), named: variants, archive: archive && address(archive) }
    say("making")
    try {
      say(...(await take(wanted)))
    } catch (error) {
      console.warn("calculators: no file:", error)
      say("failed")
    }
  }
}

/** What writes under the button: one of the messages that its place has. @param {HTMLElement} button */
export function speaker(button) {
  const place = button.closest("[data-files]")?.querySelector("[role=status]")
  return (/** @type {string} */ message, rest = "") => {
    if (place) place.textContent = `${place.getAttribute(`data-${message}`)} ${rest}`.trim()
    place?.setAttribute("data-said", message)
  }
}

/** Which table of the result a button is of, from 0. @param {HTMLElement} button */
function numberOf(button) {
  const tables = button.closest("[data-list=tables]")?.querySelectorAll("[data-file]") ?? []
  return Math.max(0, [...tables].indexOf(button))
}

/** @param {string} kind @param {Made} made @returns {Promise<Blob>} */
async function write(kind, made) {
  const writer = await WRITERS[kind]?.()
  return writer?.write(made) ?? new Blob([made.text ?? ""], { type: made.type })
}

/** @param {Blob} content @param {string} name */
export function save(content, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** @param {string} text @param {string} [failed] what to say then @returns {Promise<string>} what to say */
export async function copy(text, failed = "uncopied") {
  try {
    await navigator.clipboard.writeText(text)
    return "copied"
  } catch {
    return failed // forbidden, or a page that came without TLS
  }
}

/**
 * Copy what is still being made, beginning while the browser knows of the click; returns whether it
 * let us.
 * @param {Promise<Made>} coming
 */
async function copied(coming) {
  try {
    const text = coming.then((made) => made.text ?? Promise.reject(made.errors))
    return await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]).then(() => true)
  } catch {
    return false
  }
}
