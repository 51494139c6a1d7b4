// @ts-check
// Comforts of reading: ticks that stay and how far one has come, questions answered, tables that a
// keyboard can scroll, terms explained.

import { mount as mountCheck } from "./check.js"
import { mount as mountChecklist } from "./checklist.js"
import { mount as mountEnding } from "./ending.js"
import { mount as mountProgress } from "./progress.js"
import { mount as mountTable } from "./table.js"
import { mount as mountTerm } from "./term.js"

/** @param {string} selector @param {(element: HTMLElement) => void} mount */
function each(selector, mount) {
  for (const element of document.querySelectorAll(selector)) {
    mount(/** @type {HTMLElement} */ (element))
  }
}

// Material's observable of documents: emits now and after each instant navigation.
const { document$ } = /** @type {any} */ (window)
document$.subscribe(() => {
  each("[data-check]", mountCheck)
  each("[data-checklist]", mountChecklist)
  each("[data-checklist]", mountEnding)
  each("[data-progress]", mountProgress)
  each(".md-typeset__scrollwrap", mountTable)
  each("[data-term], [data-editors]", mountTerm)
  // One page has it.
  if (document.querySelector("[data-finder]")) {
    import("./finder.js").then(({ mount }) => each("[data-finder]", mount)).catch(reportError)
  }
})
