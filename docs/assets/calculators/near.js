// @ts-check
// Starts Python once a calculator is near and the page is idle.

import { start } from "./client.js"

const NEAR = "100% 0px" // a screen above or below what is seen

/**
 * Start unless data is dear.
 * @param {HTMLElement} root @returns {IntersectionObserver} to disconnect
 */
export function startWhenIdle(root) {
  const idle = window.requestIdleCallback ?? setTimeout
  /** @param {IntersectionObserverEntry[]} entries */
  const approached = (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    idle(() => start())
  }
  const observer = new IntersectionObserver(approached, { rootMargin: NEAR })
  const { connection } = /** @type {any} */ (navigator)
  if (!connection?.saveData) observer.observe(root)
  return observer
}
