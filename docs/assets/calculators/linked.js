// @ts-check
// A calculator opened by a link, and the button that makes one.

import { speaker } from "./files.js"
import { collect } from "./form.js"
import { keep, kept, stored } from "./kept.js"
import { LONGEST, leave, linked, read, write } from "./link.js"

/** @import { Raw } from "./types.d.ts" */

const MINE = " mine"

/**
 * @param {HTMLElement} root
 * @param {{ key: string, initial: Raw, replace: (raw: Raw) => void, signal: AbortSignal }} form
 * @returns {(before?: Raw) => boolean} opens what the address asks for, if it asks this calculator
 */
export function mount(root, { key, initial, replace, signal }) {
  const { calculator = "", version = "" } = root.dataset
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-linked]"))
  const back = /** @type {HTMLElement} */ (place.querySelector("[data-action=mine]"))

  /** @param {string} part @param {string} words nothing hides it */
  function tell(part, words) {
    const line = /** @type {HTMLElement} */ (place.querySelector(`[data-linked-${part}]`))
    line.hidden = !words
    const slot = line.querySelector("b, q")
    if (slot) slot.textContent = words
  }

  /** @param {Raw} [before] what the reader has typed himself */
  function open(before) {
    if (linked() !== root) {
      tell("count", "")
      place.hidden = back.hidden = !Object.keys(stored(key + MINE)).length
      return false
    }
    const link = read(root)
    tell("count", String(Object.keys(link.raw).length))
    tell("unknown", link.unknown.join(", "))
    tell("long", link.long ? "long" : "")
    tell("version", link.version && link.version !== version ? "version" : "")
    const asked = { ...initial, ...link.raw }
    const own = JSON.stringify({ ...initial, ...before })
    // A page reloaded finds what the link gave, or nothing of his.
    if (![initial, asked].some((raw) => JSON.stringify(raw) === own)) keep(key + MINE, before ?? null)
    back.hidden = !Object.keys(stored(key + MINE)).length
    place.hidden = false
    replace(asked)
    return true
  }

  function giveBack() {
    const mine = kept(root, key + MINE)
    keep(key + MINE, null)
    place.hidden = true
    leave()
    replace({ ...initial, ...mine })
  }

  async function share() {
    const hash = write(calculator, version, collect(root), initial)
    if (hash.length > LONGEST) return "overlong"
    const url = `${location.origin}${location.pathname}${hash}`
    try {
      const sheet = /** @type {Partial<Navigator>} */ (navigator).share
      if (sheet) await navigator.share({ title: document.title, url })
      else await navigator.clipboard.writeText(url)
      return sheet ? "shared" : "sent"
    } catch (error) {
      if (/** @type {Error} */ (error).name === "AbortError") return "shared"
      history.replaceState(history.state, "", hash)
      return "addressed"
    }
  }

  const button = /** @type {HTMLElement} */ (root.querySelector("[data-action=share]"))
  button.addEventListener("click", async () => speaker(button)(await share()), { signal })
  back.addEventListener("click", giveBack, { signal })
  root.addEventListener("link", () => open(collect(root)), { signal })
  return open
}
