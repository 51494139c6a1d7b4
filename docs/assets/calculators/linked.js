// @ts-check
// A calculator opened by a link, and the buttons that make one, and the lines for other pages.

import { address } from "./client.js"
import { copy, speaker } from "./files.js"
import { collect, same } from "./form.js"
import { keep, kept, stored } from "./kept.js"
import { embedded, home, LONGEST, leave, linked, read, write } from "./link.js"
import { mount as mountVariants } from "./variants.js"

/** @import { Raw } from "./types.d.ts" */

/** @typedef {[message: string, rest?: string]} Said what to say */

const MINE = " mine"
/** @type {Said} */
const OVERLONG = ["overlong"]

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

  /** @param {string} hash @returns {Promise<Said>} */
  async function share(hash) {
    const url = home() + hash
    try {
      // A frame may not open it.
      const sheet = !embedded && /** @type {Partial<Navigator>} */ (navigator).share
      if (sheet) await navigator.share({ title: document.title, url })
      else await navigator.clipboard.writeText(url)
      return [sheet ? "shared" : "sent"]
    } catch (error) {
      return /** @type {Error} */ (error).name === "AbortError" ? ["shared"] : ["uncopied-link", url]
    }
  }

  /** @param {string} hash @param {HTMLElement} button has the lines @returns {Promise<Said>} */
  async function embed(hash, { dataset: { code = "" } }) {
    const page = address(`embed/${calculator}/`)
    const given = hash === write(calculator, version, initial, initial, []) ? "" : hash
    /** @type {Record<string, string>} */
    const places = { page, src: page + given.replaceAll("&", "&amp;"), height: `${root.offsetHeight}` }
    const lines = code.replace(/\{(page|src|height)\}/g, (_, place) => places[place])
    const said = await copy(lines, "uncopied-lines")
    return said === "copied" ? [said] : [said, lines]
  }

  /** @param {string} action @param {(hash: string, button: HTMLElement) => Promise<Said>} give */
  function hand(action, give) {
    const button = /** @type {HTMLElement} */ (root.querySelector(`[data-action=${action}]`))
    const click = async () => {
      const hash = write(calculator, version, collect(root), initial, variants.all())
      speaker(button)(...(hash.length > LONGEST ? OVERLONG : await give(hash, button)))
    }
    button.addEventListener("click", click, { signal })
  }

  hand("share", share)
  hand("embed", embed)
  back.addEventListener("click", giveBack, { signal })
  root.addEventListener("link", () => open(collect(root)), { signal })
  return { open, swap, variants }
}
