// @ts-check
// How far a reader has come with a chapter of the map, out of what this browser remembers.

import { beginning } from "./marks.js"

/** @param {HTMLElement} line of a chapter, which has the words for each part */
export function mount(line) {
  const { pathname } = /** @type {HTMLAnchorElement} */ (line.closest("a"))
  const most = (line.dataset.most ?? "").split(" ").map(Number)
  const found = {
    read: beginning(`read:${pathname}`),
    right: beginning(`check:${pathname}#`).filter((kept) => /"right":\s*true/.test(kept)),
    done: beginning(`checklist:${pathname}#`),
  }
  // Of what there is none nothing is said; a task that is no more may still have its tick.
  const parts = Object.entries(found).map(([name, { length }], index) => {
    const count = Math.min(length, most[index])
    return count && (line.dataset[name] ?? "").replace("*", String(count))
  })
  line.textContent = parts.filter(Boolean).join(" · ")
}
