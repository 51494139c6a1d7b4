// @ts-check
// A calculator opened by a link, and the button that makes one.

import { speaker } from "./files.js"
import { collect, same } from "./form.js"
import { keep, kept, stored } from "./kept.js"
import { LONGEST, leave, linked, read, write } from "./link.js"
import { mount as mountVariants } from "./variants.js"

/** @import { Raw } from "./types.d.ts" */

const MINE = " mine"

/**
 * @param {HTMLElement} root
 * @param {{ key: string, initial: Raw, replace: (raw: Raw) => void, signal: AbortSignal }} form
 */
export function mount(root, { key, initial, replace, signal }) {
  const { calculator = "", version = "" } = root.dataset
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-linked]"))
  const back = /** @type {HTMLElement} */ (place.querySelector("[data-action=mine]"))
  /** What a link or a variant has put into the form. */
  let given = initial

  /** @param {string} part @param {string} words nothing hides it */
  function tell(part, words) {
    const line = /** @type {HTMLElement} */ (place.querySelector(`[data-linked-${part}]`))
    line.hidden = !words
    const slot = line.querySelector("b, q")
    if (slot) slot.textContent = words
  }

  /** Whether what the reader typed himself waits to be had back. */
  const waits = () => Object.keys(stored(key + MINE)).length > 0

  /**
   * Put something else into the form; what the reader typed himself waits.
   * @param {Raw} raw @param {Raw} [before] what he typed
   */
  function swap(raw, before) {
    const asked = { ...initial, ...raw }
    const own = { ...initial, ...before }
    // A page reloaded finds what the link gave, or nothing of his; a second link what the first gave.
    const known = [initial, asked, given, ...variants.all().map((one) => ({ ...initial, ...one.raw }))]
    if (!known.some((one) => same(one, own))) keep(key + MINE, before ?? null)
    given = asked
    back.hidden = !waits()
    place.hidden = back.hidden && linked() !== root
    replace(asked)
  }

  /**
   * Open what the address asks for, if it asks this calculator.
   * @param {Raw} [before] what the reader has typed himself @returns {boolean} whether it does
   */
  function open(before) {
    if (linked() !== root) {
      tell("count", "")
      place.hidden = back.hidden = !waits()
      return false
    }
    const link = read(root)
    tell("count", String(Object.keys(link.raw).length))
    tell("unknown", link.unknown.join(", "))
    tell("long", link.long ? "long" : "")
    tell("version", link.version && link.version !== version ? "version" : "")
    swap(link.raw, before)
    const full = link.variants.filter(({ name, raw }) => !variants.remember({ ...initial, ...raw }, name))
    tell("room", full.map(({ name }) => name).join(", "))
    place.hidden = false
    return true
  }

  const variants = mountVariants(root, {
    initial,
    open: (raw) => swap(raw, collect(root)),
    signal,
  })

  function giveBack() {
    const mine = kept(root, key + MINE)
    keep(key + MINE, null)
    place.hidden = true
    leave()
    replace({ ...initial, ...mine })
  }

  /** @returns {Promise<[string, string?]>} what to say */
  async function share() {
    const hash = write(calculator, version, collect(root), initial, variants.all())
    if (hash.length > LONGEST) return ["overlong"]
    const url = `${location.origin}${location.pathname}${hash}`
    try {
      const sheet = /** @type {Partial<Navigator>} */ (navigator).share
      if (sheet) await navigator.share({ title: document.title, url })
      else await navigator.clipboard.writeText(url)
      return [sheet ? "shared" : "sent"]
    } catch (error) {
      return /** @type {Error} */ (error).name === "AbortError" ? ["shared"] : ["uncopied-link", url]
    }
  }

  const button = /** @type {HTMLElement} */ (root.querySelector("[data-action=share]"))
  button.addEventListener("click", async () => speaker(button)(...(await share())), { signal })
  back.addEventListener("click", giveBack, { signal })
  root.addEventListener("link", () => open(collect(root)), { signal })
  return { open, swap, variants }
}
