// @ts-check
// Shows what a term means, or what the editors added, beside it: under the pointer, on focus, at the
// first tap. Without this script either is a link to a page that explains it.

const OPEN = 150 // ms under the pointer before the note opens
const CLOSE = 250 // ms to move the pointer from the term to its note
const GAP = 6 // px between the two
const EDGE = 8 // px kept free at the window's sides

/** @type {{ link: HTMLElement, note: HTMLElement } | undefined} */
let shown
let timer = 0
let touched = false // whether the last thing pressed was the screen

/** @param {HTMLElement} link */
export function mount(link) {
  const note = document.getElementById(link.getAttribute("aria-describedby") ?? "")
  if (!note?.showPopover) return
  link.onpointerenter = ({ pointerType }) => {
    if (pointerType !== "touch") later(() => show(link, note), OPEN)
  }
  link.onpointerleave = ({ pointerType }) => pointerType !== "touch" && leave()
  link.onfocus = () => link.matches(":focus-visible") && show(link, note)
  link.onblur = () => shown?.link === link && hide()
  link.onclick = (event) => {
    if (!touched || shown?.link === link) return hide()
    event.preventDefault()
    event.stopPropagation() // Material follows links from the body
    show(link, note)
  }
  note.onpointerenter = () => clearTimeout(timer)
  note.onpointerleave = leave
  // Whoever was here before this script.
  if (link.matches(":focus-visible")) show(link, note)
  else if (link.matches(":hover") && matchMedia("(hover: hover)").matches) later(() => show(link, note), OPEN)
}

/** @param {() => void} change @param {number} delay in ms */
function later(change, delay) {
  clearTimeout(timer)
  timer = setTimeout(change, delay)
}

/** The pointer has left; a term that has the focus keeps its note. */
function leave() {
  later(() => shown?.link.matches(":focus-visible") || hide(), CLOSE)
}

function hide() {
  clearTimeout(timer)
  if (shown?.note.matches(":popover-open")) shown.note.hidePopover()
  shown = undefined
}

/** @param {HTMLElement} link @param {HTMLElement} note */
function show(link, note) {
  hide()
  if (!link.isConnected) return
  shown = { link, note }
  note.showPopover()
  place(link, note)
}

/**
 * Put the note under the term, or above it where there is no room below.
 * @param {HTMLElement} link @param {HTMLElement} note
 */
function place(link, note) {
  const term = link.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = Math.max(EDGE, Math.min(term.left, clientWidth - note.offsetWidth - EDGE))
  const above = term.top - GAP - note.offsetHeight
  const fits = term.bottom + GAP + note.offsetHeight <= clientHeight
  const top = fits || above < 0 ? term.bottom + GAP : above
  note.style.left = `${left + scrollX}px`
  note.style.top = `${top + scrollY}px`
}

addEventListener("pointerdown", ({ pointerType, target }) => {
  touched = pointerType === "touch"
  const inside = [shown?.link, shown?.note].some((part) => part?.contains(/** @type {Node} */ (target)))
  if (!inside) hide()
})

addEventListener("keydown", ({ key }) => {
  touched = false
  if (key === "Escape") hide()
})
