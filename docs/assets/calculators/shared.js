// @ts-check
// A calculator's fields that other calculators ask, too: filled from the reader's own numbers, and
// these from the fields, if he agrees.

import { collect, same } from "./form.js"
import { keep, stored } from "./kept.js"
import { KEY, load, save } from "./own.js"
import { write } from "./paint.js"
import { onElsewhere } from "./store.js"

/** @import { Raw, View } from "./types.d.ts" */

const THEN = " own"

/**
 * @param {HTMLElement} root
 * @param {{ key: string, initial: Raw, show: (raw: Raw) => void, example: () => void,
 *   signal: AbortSignal }} form
 */
export function mount(root, { key, initial, show, example, signal }) {
  /** @type {HTMLElement[]} */
  const fields = [...root.querySelectorAll("[data-field][data-shared]")].map((it) => /** @type {any} */ (it))
  const own = root.querySelector("[data-own]")
  const offer = root.querySelector("[data-offer]")
  /** @type {HTMLElement | undefined} the field that was typed in last */
  let last

  const input = (/** @type {Element} */ field) => /** @type {HTMLInputElement} */ (field.querySelector("input"))
  const label = (/** @type {Element} */ field) => field.querySelector("label")?.textContent ?? ""
  const keyOf = (/** @type {HTMLElement} */ { dataset }) => dataset.shared ?? ""

  /** What the reader's own numbers put into this form. @returns {Raw} */
  function numbers() {
    const { numbers } = load()
    const known = fields.filter((field) => keyOf(field) in numbers)
    return Object.fromEntries(known.map((field) => [field.dataset.field ?? "", numbers[keyOf(field)]]))
  }

  /**
   * What to begin with: his own numbers, but where he has typed another one in this very form.
   * @param {Raw} [before] what he typed here @returns {Raw | undefined}
   */
  function begin(before) {
    /** @type {Record<string, any>} */
    const then = stored(key + THEN)
    const now = Object.entries(numbers()).filter(([name]) => {
      const untouched = then[name] ?? initial[name]
      return !before || name in before === false || same({ it: before[name] }, { it: untouched })
    })
    return before || now.length ? { ...before, ...Object.fromEntries(now) } : undefined
  }

  function tell() {
    const { numbers } = load()
    const his = fields.filter((field) => same({ it: numbers[keyOf(field)] }, { it: input(field).value }))
    own?.toggleAttribute("hidden", !his.length)
    const names = own?.querySelector("b")
    if (names) write(names, his.map(({ dataset }) => dataset.inside).join(", "))
  }

  /** The form has been read. @param {View} view */
  function read(view) {
    const field = last
    last = undefined
    if (field && !view.errors) {
      const { agreed } = load()
      if (agreed) add(field)
      if (agreed === undefined) ask(field)
    }
    keep(key + THEN, numbers())
    tell()
  }

  /** @param {HTMLElement} field */
  function add(field) {
    const now = load()
    save({ ...now, numbers: { ...now.numbers, [keyOf(field)]: input(field).value } })
  }

  /** @param {HTMLElement} field */
  function ask(field) {
    offer?.removeAttribute("hidden")
    offer?.setAttribute("data-offer", field.dataset.field ?? "")
    const name = offer?.querySelector("b")
    if (name) write(name, label(field))
  }

  /** @param {boolean} agreed */
  function answer(agreed) {
    save({ ...load(), agreed })
    offer?.setAttribute("hidden", "")
    const asked = fields.find(({ dataset }) => dataset.field === offer?.getAttribute("data-offer"))
    if (agreed && asked) add(asked)
    tell()
  }

  root.addEventListener("input", ({ target }) => {
    last = fields.find((field) => target instanceof Node && field.contains(target)) ?? last
  }, { signal })
  root.addEventListener("click", ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset.action : undefined
    if (action === "share-number") answer(true)
    if (action === "keep-apart") answer(false)
    if (action === "example") example()
  }, { signal })
  onElsewhere(KEY, () => {
    const typed = collect(root)
    const now = begin(typed)
    if (now && !same(now, typed)) show(now)
  }, signal)
  return { begin, read }
}
