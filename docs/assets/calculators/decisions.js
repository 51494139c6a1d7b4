// @ts-check
// What helps to decide, worked out again once a reader pauses.

import { ask } from "./client.js"
import { paint } from "./paint.js"

/** @import { Raw } from "./types.d.ts" */

export const PAUSE = 400 // ms without typing

/**
 * @param {HTMLElement} root
 * @returns {{ later: (raw: Raw) => void, stop: () => void }} what has it worked out for raw inputs
 */
export function mount(root) {
  const { calculator = "" } = root.dataset
  const places = root.querySelectorAll("[data-decisions]")
  let timer = 0
  let asked = 0

  /** @param {Raw} raw */
  async function work(raw) {
    const turn = ++asked
    const told = await ask(calculator, raw, "decide")
    if (turn !== asked) return
    if (!told) return later(raw)
    for (const place of places) {
      paint(place, told)
      place.removeAttribute("data-stale")
    }
  }

  /** @param {Raw} raw */
  function later(raw) {
    asked++
    clearTimeout(timer)
    places.forEach((place) => place.setAttribute("data-stale", ""))
    if (places.length) timer = setTimeout(work, PAUSE, raw)
  }

  return { later, stop: () => clearTimeout(timer) }
}
