// @ts-check
// Lays out what the first screen does without, a piece at a time: a page is whole before the
// reader scrolls, and his phone never stops for all of it at once. See calculator.css.

const FRESH = "data-fresh" // on the page, until all of it is laid out
const page = document.documentElement

/** @param {Element[]} pieces that are not laid out yet */
function layOut([piece, ...rest]) {
  if (!piece) return page.removeAttribute(FRESH)
  piece.setAttribute("data-laid-out", "")
  // One frame each; a hidden page has none, and nothing to wait for.
  requestAnimationFrame(() => setTimeout(layOut, 0, rest))
}

export const start = () => {
  if (page.hasAttribute(FRESH)) layOut([...document.querySelectorAll(".calculator > *")])
}
