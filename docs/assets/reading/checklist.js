// @ts-check
// Remembers a checklist's ticks in this browser, under the ids of its items.

import { mark, marked } from "./marks.js"

/** @param {HTMLElement} list */
export function mount(list) {
  /** @type {Map<string, HTMLInputElement>} boxes by the name their tick is kept under */
  const boxes = new Map()
  for (const item of list.querySelectorAll("li")) {
    const box = item.querySelector("input")
    // Another page may show a task of its chapter's.
    const { pathname, hash } = new URL(item.dataset.task ?? `#${item.id}`, location.href)
    if (box) boxes.set(`checklist:${pathname}${hash}`, box)
  }
  const reset = /** @type {HTMLElement | null} */ (list.querySelector("[data-reset]"))

  function show() {
    if (reset) reset.hidden = ![...boxes.values()].some((box) => box.checked)
  }

  /** @param {string} key @param {boolean} on */
  function keep(key, on) {
    list.toggleAttribute("data-unkept", !mark(key, on))
  }

  for (const [key, box] of boxes) {
    // What was ticked while this script was on its way comes before what was kept.
    if ("early" in box.dataset) keep(key, box.checked)
    delete box.dataset.early
    box.checked = marked(key)
    box.onchange = () => {
      keep(key, box.checked)
      show()
    }
  }
  if (reset) {
    reset.onclick = () => {
      for (const [key, box] of boxes) {
        box.checked = false
        keep(key, false)
      }
      show()
      boxes.values().next().value?.focus()
    }
  }
  show()
  list.setAttribute("data-live", "")
}
