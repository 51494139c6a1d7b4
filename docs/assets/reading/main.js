// @ts-check
// Comforts of reading: ticks that stay and how far one has come, questions answered, tables that a
// keyboard can scroll, terms explained, a search that hears more than keys.

import { mount as mountCheck } from "./check.js"
import { mount as mountChecklist } from "./checklist.js"
import { mount as mountEnding } from "./ending.js"
import { mount as mountProgress } from "./progress.js"
import { mount as mountSearch } from "./search.js"
import { mount as mountTable } from "./table.js"
import { mount as mountTerm } from "./term.js"

/** @param {string} selector @param {(element: HTMLElement) => void} mount */
function each(selector, mount) {
  for (const element of document.querySelectorAll(selector)) {
    mount(/** @type {HTMLElement} */ (element))
  }
}

/** Show what this browser remembers. */
function remember() {
  each("[data-checklist]", mountChecklist)
  each("[data-progress]", mountProgress)
}

function arrive() {
  remember()
  each("[data-check]", mountCheck)
  each("[data-checklist]", mountEnding)
  each(".md-typeset__scrollwrap", mountTable)
  each("[data-term], [data-editors]", mountTerm)
  each("[data-md-component=search-query]", mountSearch)
  // One page has it; without it all cards stand there.
  if (document.querySelector("[data-finder]")) {
    import("./finder.js").then(({ mount }) => each("[data-finder]", mount)).catch(console.warn)
  }
}

// Material's observable of documents: emits now and after each instant navigation.
const { document$ } = /** @type {any} */ (window)
if (document$) document$.subscribe(arrive)
else arrive()
// Another tab has changed it, or the page was away.
for (const type of ["storage", "pageshow"]) addEventListener(type, remember)
