// @ts-check
// Variants: numbers kept under names, and a table of what differs.

import { ask } from "./client.js"
import { PAUSE } from "./decisions.js"
import { collect, same, takes } from "./form.js"
import { paint } from "./paint.js"
import { keyOf, load, MOST, save } from "./shelf.js"
import { onElsewhere } from "./store.js"

/** @import { Raw, Variant } from "./types.d.ts" */

const LETTERS = ["А", "Б", "В", "Г"]

/**
 * @param {HTMLElement} root
 * @param {{ initial: Raw, open: (raw: Raw) => void, signal: AbortSignal }} form
 */
export function mount(root, { initial, open, signal }) {
  const { calculator = "" } = root.dataset
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-variants]"))
  const list = /** @type {HTMLElement} */ (place.querySelector("[data-variants-list]"))
  const blank = /** @type {HTMLTemplateElement} */ (list.querySelector("template"))
  const table = /** @type {HTMLElement} */ (place.querySelector("[data-variants-table]"))
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
  const back = /** @type {HTMLElement} */ (place.querySelector("[data-action=variant-return]"))
  let kept = load(calculator)
  /** @type {{ variant: Variant, index: number } | undefined} the last one removed */
  let removed
  let now = initial
  let timer = 0
  let asked = 0

  /** @param {string} message one of those that the page has; none hides it */
  const say = (message) => (status.textContent = status.getAttribute(`data-${message}`))

  function show() {
    place.hidden = !kept.length && !removed
    back.hidden = !removed || kept.length === MOST
    for (const one of root.querySelectorAll("[data-with-variants]")) one.toggleAttribute("hidden", !kept.length)
    const rows = [...list.querySelectorAll("li")]
    rows.slice(kept.length).forEach((row) => row.remove())
    kept.forEach(({ name }, index) => {
      if (!rows[index]) list.append(blank.content.cloneNode(true))
      const input = list.querySelectorAll("input")[index]
      if (input !== document.activeElement) input.value = name
    })
    later(now)
  }

  /** @param {Variant[]} variants @param {string} message what to say of it */
  function keep(variants, message) {
    kept = variants
    say(save(calculator, kept) ? message : "unkept")
    show()
  }

  /** All that are kept, and what is typed now where it is none of them. @returns {Variant[]} */
  function named() {
    const { now: name = "" } = place.dataset
    return kept.some(({ raw }) => same({ ...initial, ...raw }, now)) ? kept : [...kept, { name, raw: now }]
  }

  async function compare() {
    const turn = ++asked
    const told = await ask(calculator, now, "decide", { variants: named() })
    if (turn !== asked) return
    if (!told) return later(now)
    paint(table, told)
    table.removeAttribute("data-stale")
  }

  /** @param {Raw} raw that is typed now and can be computed with */
  function later(raw) {
    now = raw
    asked++
    clearTimeout(timer)
    if (!kept.length) return
    table.setAttribute("data-stale", "")
    timer = setTimeout(compare, PAUSE)
  }

  /** @param {Raw} raw @param {string} [wanted] its name @returns {boolean} whether it is kept now */
  function remember(raw, wanted) {
    const names = kept.map(({ name }) => name)
    const name = [wanted, ...LETTERS].find((one) => one && !names.includes(one)) ?? ""
    const known = kept.some((one) => same({ ...initial, ...one.raw }, raw))
    if (known) say("known")
    else if (kept.length === MOST) say("full")
    else keep([...kept, { name, raw }], "remembered")
    return known || names.length < MOST
  }

  /** @param {Element} target @param {number} index */
  function act(target, index) {
    const action = target.getAttribute("data-action")
    if (action === "remember") remember(collect(root))
    if (action === "variant-open") open(fitting(kept[index].raw))
    if (action === "variant-remove") {
      removed = { variant: kept[index], index }
      keep(kept.filter((one) => one !== kept[index]), "removed")
      back.focus()
    }
    if (action === "variant-return" && removed) {
      const { variant, index: at } = removed
      removed = undefined
      keep([...kept.slice(0, at), variant, ...kept.slice(at)], "remembered")
      list.querySelectorAll("input")[at].focus()
    }
  }

  /** @param {Raw} raw @returns {Raw} what of it the form has a place for */
  const fitting = (raw) =>
    Object.fromEntries(Object.entries(raw).filter(([name, value]) => takes(root, name, value)))

  const indexOf = (/** @type {Element} */ target) => [...list.querySelectorAll("li")].findIndex((row) => row.contains(target))
  const click = (/** @type {Event} */ { target }) => target instanceof Element && act(target, indexOf(target))
  const rename = (/** @type {Event} */ event) => {
    event.stopPropagation()
    const input = /** @type {HTMLInputElement} */ (event.target)
    const at = indexOf(input)
    const name = input.value.trim()
    if (name) keep(kept.map((one, index) => (index === at ? { ...one, name } : one)), "renamed")
  }
  // Another tab of the site keeps the same ones.
  const elsewhere = () => {
    kept = load(calculator)
    show()
  }
  root.addEventListener("click", click, { signal })
  place.addEventListener("input", rename, { signal })
  place.addEventListener("change", show, { signal })
  onElsewhere(keyOf(calculator), elsewhere, signal)
  signal.addEventListener("abort", () => clearTimeout(timer))
  show()
  return { all: () => kept, named, later, remember }
}
