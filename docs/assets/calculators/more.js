// @ts-check
// Fields that stand closed under the others, and when they open by themselves.

import { collect, preset } from "./form.js"

/** @param {Element} root @param {(more: Element) => boolean} needed */
function open(root, needed) {
  for (const more of root.querySelectorAll("details[data-more]:not([open])")) {
    if (needed(more)) more.setAttribute("open", "")
  }
}

/** Show fields that hold something else than the page itself has there. @param {Element} root */
export function showChanged(root) {
  open(root, (more) => JSON.stringify(collect(more)) !== JSON.stringify(collect(more, preset)))
}

/** Show fields at which something is said. @param {Element} root */
export function showMarked(root) {
  const said = ":is([data-error], [data-note]):not([hidden])"
  open(root, (more) => more.querySelector(said) !== null)
}
