// @ts-check
// Makes each calculator on the page live; again after every instant navigation.

import { draw } from "./chart.js"
import { ask, onStage, retry, start } from "./client.js"
import { changed, collect, inputs, keep, mark, reset, restore } from "./form.js"
import { paint } from "./paint.js"

/** @import { Runtime, View } from "./types.d.ts" */

const SETTLED = 150 // ms without typing before the chart is redrawn

/** @type {Map<HTMLElement, () => void>} */
const unmount = new Map()

/** @param {HTMLElement} root @param {string} key of what the reader typed here before */
function mount(root, key) {
  const { calculator = "", runtime: json = "" } = root.dataset
  const runtime = /** @type {Runtime} */ (JSON.parse(json))
  const figure = /** @type {HTMLElement} */ (root.querySelector("[data-chart]"))
  const resetButton = /** @type {HTMLElement} */ (root.querySelector("[data-action=reset]"))
  let asked = 0
  let drawing = 0
  /** @type {{ raw: Record<string, string>, view: View } | undefined} */
  let answered

  async function recompute() {
    start(runtime)
    keep(root, key)
    resetButton.hidden = !changed(root)
    // Until the answer comes, what is shown belongs to other numbers.
    root.setAttribute("data-stale", "")
    const turn = ++asked
    const raw = collect(root)
    const view = await ask(calculator, raw)
    if (turn !== asked) return
    mark(root, view.errors ?? {})
    if (view.errors) return
    root.removeAttribute("data-stale")
    answered = { raw, view }
    paint(root, view)
    if (!root.contains(document.activeElement)) reformat()
    clearTimeout(drawing)
    drawing = setTimeout(() => draw(figure, view.chart, runtime.charts).catch(console.warn), SETTLED)
  }

  /** Show numbers grouped as the answer read them, except where the reader is typing. */
  function reformat() {
    for (const [name, input] of inputs(root)) {
      const read = answered?.raw[name] === input.value && input !== document.activeElement
      if (read && answered) input.value = answered.view.fields[name]
    }
  }

  const stopStages = onStage((stage, bytes) => {
    for (const line of root.querySelectorAll("[data-stage]")) {
      line.toggleAttribute("hidden", line.getAttribute("data-stage") !== stage)
    }
    const bar = root.querySelector("progress")
    if (bar) bar.value = bytes
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
    const action = target instanceof HTMLElement && target.dataset.action
    if (action === "retry") retry()
    if (action === "reset") {
      reset(root)
      recompute()
    }
  })
  const near = startWhenIdle(root, runtime)
  restore(root, key)
  if (changed(root)) recompute()

  return () => {
    events.abort()
    near.disconnect()
    stopStages()
    clearTimeout(drawing)
  }
}

/** Start once the calculator is in view and the page is idle, unless data is dear. */
function startWhenIdle(/** @type {HTMLElement} */ root, /** @type {Runtime} */ runtime) {
  const idle = window.requestIdleCallback ?? setTimeout
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    idle(() => start(runtime))
  })
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
