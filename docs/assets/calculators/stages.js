// @ts-check
// Says how far Python has come.

import { onStage, retry } from "./client.js"

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
  root.querySelector("[data-action=retry]")?.addEventListener("click", retry, { signal })
}
