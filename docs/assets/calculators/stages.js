// @ts-check
// Says how far Python has come.

import { onStage, retry } from "./client.js"
import { edition } from "./edition.js"

const HEAD = "bytes=0-9999" // of a page; a part is the host's to give, not what was kept of an older one

/**
 * Show the line of the stage that it is at, and let its button start again.
 * @param {Element} root @param {AbortSignal} signal that ends it
 */
export function mount(root, signal) {
  signal.addEventListener("abort", onStage((stage, share) => {
    for (const line of root.querySelectorAll("[data-stage]")) {
      line.toggleAttribute("hidden", line.getAttribute("data-stage") !== stage)
    }
    const bar = root.querySelector("progress")
    if (bar) bar.value = share
  }))
  root.querySelector("[data-action=retry]")?.addEventListener("click", again, { signal })
}

/** Start again; where another edition was published since, in that one: the files of ours are gone. */
function again() {
  retry()
  fetch(location.href, { headers: { Range: HEAD } })
    .then((response) => response.text())
    .then((text) => {
      const theirs = edition(new DOMParser().parseFromString(text, "text/html"))
      if (theirs && theirs !== edition(document)) location.reload()
    })
    .catch(() => {}) // without a network what was kept may do
}
