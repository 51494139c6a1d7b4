// @ts-check
// Makes each calculator on the page live; again after every instant navigation.

import { draw } from "./chart.js"
import { ask, onStage, retry, start } from "./client.js"
import { offer } from "./files.js"
import { collect, controls, fill, hide, keep, kept, mark } from "./form.js"
import { paint } from "./paint.js"
import { act, limit } from "./rows.js"

/** @import { Raw, Runtime, View } from "./types.d.ts" */

const SETTLED = 150 // ms without typing before the chart is redrawn
const NEAR = "100% 0px" // a screen above or below what is seen

/** @type {Map<HTMLElement, () => void>} */
const unmount = new Map()

/** @param {HTMLElement} root @param {string} key of what the reader typed here before */
function mount(root, key) {
  const { calculator = "", runtime: json = "" } = root.dataset
  const runtime = /** @type {Runtime} */ (JSON.parse(json))
  const figure = /** @type {HTMLElement | null} */ (root.querySelector("[data-chart]"))
  const resetButton = /** @type {HTMLElement} */ (root.querySelector("[data-action=reset]"))
  let asked = 0
  let drawing = 0
  const initial = collect(root)
  /** @type {Map<string, string>} what each control held when the last answer was asked for */
  let read = new Map()
  /** @type {View | undefined} */
  let answered

  async function recompute() {
    start(runtime)
    const raw = collect(root)
    const changed = JSON.stringify(raw) !== JSON.stringify(initial)
    keep(key, changed ? raw : null)
    resetButton.hidden = !changed
    // Until the answer comes, what is shown belongs to other numbers.
    root.setAttribute("data-stale", "")
    const turn = ++asked
    const typed = new Map([...controls(root)].map(({ path, input }) => [path, input?.value ?? ""]))
    const view = await ask(calculator, raw)
    if (turn !== asked) return
    mark(root, view.errors ?? {})
    if (view.errors) return
    root.removeAttribute("data-stale")
    answered = view
    read = typed
    paint(root, view)
    hide(root, view.idle)
    if (!root.contains(document.activeElement)) reformat()
    clearTimeout(drawing)
    const { chart } = view
    if (!figure || !chart) return
    drawing = setTimeout(() => draw(figure, chart, runtime.charts).catch(console.warn), SETTLED)
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
    limitRows()
    recompute()
  }

  const stopStages = onStage((stage, share) => {
    for (const line of root.querySelectorAll("[data-stage]")) {
      line.toggleAttribute("hidden", line.getAttribute("data-stage") !== stage)
    }
    const bar = root.querySelector("progress")
    if (bar) bar.value = share
  })
  const events = new AbortController()
  /** @param {string} type @param {EventListener} listener */
  const on = (type, listener) => root.addEventListener(type, listener, events)
  on("input", recompute)
  on("submit", (event) => event.preventDefault())
  on("focusin", () => start(runtime))
  on("pointerenter", () => start(runtime))
  on("focusout", () => setTimeout(reformat))
  on("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    if (target.dataset.file) take(target)
    if (target.dataset.action === "retry") retry()
    if (target.dataset.action === "reset") replace(initial)
    if (target.dataset.preset) replace({ ...initial, ...JSON.parse(target.dataset.preset) })
    if (act(target)) recompute()
  })
  const take = offer(root, runtime)
  const near = startWhenIdle(root, runtime)
  limitRows()
  const before = kept(key)
  if (before) replace(before)

  return () => {
    events.abort()
    near.disconnect()
    stopStages()
    clearTimeout(drawing)
  }
}

/** Start once the calculator is near and the page is idle, unless data is dear. */
function startWhenIdle(/** @type {HTMLElement} */ root, /** @type {Runtime} */ runtime) {
  const idle = window.requestIdleCallback ?? setTimeout
  /** @param {IntersectionObserverEntry[]} entries */
  const approached = (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    idle(() => start(runtime))
  }
  const observer = new IntersectionObserver(approached, { rootMargin: NEAR })
  const { connection } = /** @type {any} */ (navigator)
  if (!connection?.saveData) observer.observe(root)
  return observer
}

function mountAll() {
  for (const [root, stop] of unmount) {
    if (root.isConnected) continue
    stop()
    unmount.delete(root)
  }
  const roots = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-calculator]")
  )
  roots.forEach((root, index) => {
    const key = `${location.pathname}#${root.dataset.calculator}-${index}`
    if (!unmount.has(root)) unmount.set(root, mount(root, key))
  })
}

// Material's observable of documents: emits now and after each instant navigation.
const { document$ } = /** @type {any} */ (window)
document$.subscribe(mountAll)
