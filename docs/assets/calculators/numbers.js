// @ts-check
// The page of a reader's own numbers: typed, saved to a file, loaded, forgotten.

import { beside } from "./beside.js"
import { ask, start } from "./client.js"
import { collect, fill } from "./form.js"
import { keep as keepDraft, kept } from "./kept.js"
import { mark } from "./messages.js"
import { KEY, load, save, understood } from "./own.js"
import { give, receive } from "./ownfile.js"
import { carried, receive as receivePlan } from "./planned.js"
import { mount as mountStages } from "./stages.js"
import { onElsewhere } from "./store.js"

/** @import { Numbers } from "./own.js" */

const PAUSE = 600 // ms without a key before it is told that a number is kept: once, not at every key

/** @param {HTMLElement} form @param {AbortSignal} signal that ends it */
export function mount(form, signal) {
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-kept]"))
  const back = /** @type {HTMLElement} */ (form.querySelector("[data-action=shared-return]"))
  const draft = `${location.pathname}#numbers`
  /** @type {Numbers | undefined} what was there before it was forgotten or loaded over */
  let before
  const others = beside(() => load().numbers)
  let saying = 0
  let asked = 0
  /** @type {Promise<unknown>} */
  let looking = Promise.resolve()

  const shown = () => /** @type {Numbers} */ (collect(form))

  /** Keep apart what is kept nowhere else yet; returns whether there is any. */
  function apart() {
    const typed = others.typed(shown())
    const any = Object.keys(typed).length > 0
    keepDraft(draft, any ? typed : null)
    return any
  }

  /** @param {string} message one of those that the page has @param {string[]} [rest] */
  function say(message, rest = []) {
    clearTimeout(saying)
    status.textContent = [status.getAttribute(`data-${message}`), rest.join(", ")].join(" ").trim()
    back.hidden = !before
  }

  /** @param {Numbers} numbers what the form shows now */
  function show(numbers) {
    const empty = Object.keys(collect(form)).map((key) => [key, ""])
    fill(form, { ...Object.fromEntries(empty), ...numbers })
  }

  /** What is wrong with a number, or may be meant otherwise. @param {string} key @param {string} text */
  async function check(key, text) {
    const place = form.querySelector(`[data-field="${key}"]`)?.closest("[data-checked-by]")
    const [calculator, field] = place?.getAttribute("data-checked-by")?.split(" ") ?? []
    if (!calculator) return { error: key, note: "" }
    start()
    const { errors = {}, notes = {} } = text ? await ask(calculator, { [field]: text }) : {}
    return { error: errors[field] ?? "", note: notes[field] ?? "" }
  }

  async function typed() {
    apart()
    clearTimeout(saying)
    status.textContent = ""
    const turn = ++asked
    // Of all that is typed meanwhile only the last is looked at.
    await looking
    if (turn === asked) looking = look(turn)
  }

  /** @param {number} turn */
  async function look(turn) {
    const now = shown()
    /** @type {Record<string, string>} */
    const errors = {}
    /** @type {Record<string, string>} */
    const notes = {}
    for (const [key, text] of Object.entries(now)) {
      const { error, note } = await check(key, text)
      if (turn !== asked) return
      if (error) errors[key] = error
      else if (note) notes[key] = note
    }
    const all = others.both(now)
    fill(form, all)
    mark(form, errors, notes)
    const outlives = keep(Object.fromEntries(Object.entries(all).filter(([key, text]) => text && !errors[key])))
    apart()
    const message = !outlives ? "unkept" : Object.keys(errors).length ? "but" : "kept"
    saying = setTimeout(say, PAUSE, message)
  }

  /** @param {Numbers} numbers */
  const keep = (numbers) => (others.know(numbers), save({ ...load(), numbers }))

  /** @param {Numbers} numbers @param {string} message @param {string[]} [rest] */
  function replace(numbers, message, rest) {
    const was = load().numbers
    before = Object.keys(was).length ? was : undefined
    asked++
    keepDraft(draft, null)
    show(numbers)
    mark(form, {})
    say(keep(numbers) ? message : "unkept", rest)
  }

  /** @param {string} text of a file */
  async function read(text) {
    const found = understood(text)
    /** @type {Numbers} */
    const good = {}
    for (const [key, number] of Object.entries(found.numbers)) {
      if ((await check(key, number)).error) found.rest.push(key)
      else good[key] = number
    }
    const planned = receivePlan(text)
    if (!Object.keys(good).length && !planned) return say("foreign")
    replace({ ...load().numbers, ...good }, found.rest.length ? "part" : "loaded", found.rest)
  }

  /** @param {Event} event */
  function click({ target }) {
    const action = target instanceof HTMLElement ? target.dataset.action : undefined
    if (action === "shared-save") say(give("my-numbers.json", { numbers: load().numbers, ...carried() }))
    if (action === "shared-forget") replace({}, "forgotten")
    if (action === "shared-return" && before) {
      replace(before, "returned")
      before = undefined
      back.hidden = true
    }
  }

  form.addEventListener("click", click, { signal })
  form.addEventListener("input", ({ target }) => /** @type {Element} */ (target).matches("[data-load]") || void typed(), { signal })
  receive(form, signal, read, () => say("foreign"))
  mountStages(form, signal)
  onElsewhere(KEY, () => {
    fill(form, others.both(shown()))
    others.know(load().numbers)
    if (apart()) typed()
  }, signal)
  // What was typed while the scripts were on their way comes before what was kept.
  const early = Object.entries(shown()).filter(([, text]) => text)
  show({ ...load().numbers, .../** @type {Numbers} */ (kept(form, draft) ?? {}), ...Object.fromEntries(early) })
  if (apart()) typed()
}
