// @ts-check
// Makes one calculator live.

import { draw } from "./chart.js"
import { start } from "./client.js"
import { mount as mountDecisions } from "./decisions.js"
import { offer } from "./files.js"
import { collect, controls, fill, hide, preset } from "./form.js"
import { forget, keep, kept } from "./kept.js"
import { latest } from "./latest.js"
import { mount as mountLinked } from "./linked.js"
import { mark } from "./messages.js"
import { showChanged, showMarked } from "./more.js"
import { startWhenIdle } from "./near.js"
import { paint } from "./paint.js"
import { act, limit } from "./rows.js"
import { mount as mountSeek } from "./seek.js"
import { mount as mountShared } from "./shared.js"
import { mount as mountSpoken } from "./spoken.js"
import { mount as mountStages } from "./stages.js"

/** @import { Raw, View } from "./types.d.ts" */

const SETTLED = 150 // ms without typing before the chart is redrawn
const LATE = 250 // ms before it is said that an answer is still to come: a quick one never flickers

/**
 * @param {HTMLElement} root
 * @param {string} key of what the reader typed here before
 * @returns {() => void} what stops it
 */
export function mount(root, key) {
  const { calculator = "" } = root.dataset
  const figure = /** @type {HTMLElement | null} */ (root.querySelector("[data-chart]"))
  const resetButton = /** @type {HTMLElement} */ (root.querySelector("[data-action=reset]"))
  const answer = latest(calculator)
  let drawing = 0
  let late = 0
  const initial = collect(root, preset)
  const decisions = mountDecisions(root)
  const spoken = mountSpoken(root)
  /** @type {Map<string, string>} what each control held when the last answer was asked for */
  let read = new Map()
  /** @type {View | undefined} */
  let answered

  async function recompute() {
    start()
    spoken.stop()
    const raw = collect(root)
    const coming = answer(raw) // while the worker computes there is time for the rest
    const changed = JSON.stringify(raw) !== JSON.stringify(initial)
    keep(key, changed ? raw : null)
    resetButton.hidden = !changed
    // Until the answer comes, what is shown belongs to other numbers.
    root.setAttribute("data-stale", "")
    late ||= setTimeout(() => root.setAttribute("data-late", ""), LATE)
    const typed = new Map([...controls(root)].map(({ path, input }) => [path, input?.value ?? ""]))
    const view = await coming
    if (!view) return
    mark(root, view.errors ?? {}, view.notes)
    showMarked(root)
    shared.read(view)
    spoken.later()
    if (view.errors) return
    clearTimeout(late)
    late = 0
    for (const sign of ["data-stale", "data-late"]) root.removeAttribute(sign)
    answered = view
    read = typed
    paint(root, view)
    decisions.later(raw)
    variants.later(raw)
    hide(root, view.idle)
    if (!root.contains(document.activeElement)) reformat()
    clearTimeout(drawing)
    const { chart } = view
    if (!figure || !chart) return
    drawing = setTimeout(() => draw(figure, chart), SETTLED)
  }

  /** Show numbers grouped as the answer read them, except where the reader is typing. */
  function reformat() {
    for (const { path, input } of controls(root)) {
      if (!answered || !input?.matches("[data-number]") || input === document.activeElement) continue
      if (read.get(path) === input.value) input.value = answered.fields[path]
    }
  }

  const limitRows = () => root.querySelectorAll(".field--rows").forEach(limit)

  /** @param {Raw} raw */
  function replace(raw) {
    fill(root, raw)
    showChanged(root)
    limitRows()
    recompute()
  }

  const events = new AbortController()
  /** @param {string} type @param {EventListener} listener */
  const on = (type, listener) => root.addEventListener(type, listener, events)
  on("input", recompute)
  on("submit", (event) => event.preventDefault())
  on("focusin", () => start())
  on("pointerenter", () => start())
  on("focusout", () => setTimeout(reformat))
  on("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const file = /** @type {HTMLElement | null} */ (target.closest("[data-file]"))
    if (file) take(file)
    if (target.dataset.action === "reset") replace(initial)
    if (target.dataset.action === "forget") forget(root, key)
    if (target.dataset.preset) replace({ ...initial, ...JSON.parse(target.dataset.preset) })
    if (act(target)) recompute()
  })
  mountSeek(root, events.signal)
  const { signal } = events
  mountStages(root, signal)
  const { open, swap, variants } = mountLinked(root, { key, initial, replace, signal })
  const shared = mountShared(root, {
    key,
    initial,
    show: (raw) => replace({ ...collect(root), ...raw }),
    example: () => swap(initial, collect(root)),
    signal,
  })
  const take = offer(root, variants.named)
  const near = startWhenIdle(root)
  limitRows()
  const typed = kept(root, key)
  const before = shared.begin(typed)
  root.setAttribute("data-live", "")
  // What was typed while the scripts were on their way comes before what was kept.
  const now = Object.entries(collect(root))
  const early = now.filter(([name, text]) => JSON.stringify(text) !== JSON.stringify(initial[name]))
  if (!open(typed) && (before || early.length)) replace({ ...initial, ...before, ...Object.fromEntries(early) })
  if (root.matches(":hover, :focus-within")) start()

  return () => {
    events.abort()
    near.disconnect()
    clearTimeout(drawing)
    clearTimeout(late)
    decisions.stop()
    spoken.stop()
  }
}
