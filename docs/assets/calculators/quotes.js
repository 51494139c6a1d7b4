// @ts-check
// A chapter's text on the reader's own numbers: whatever it quotes of calculators is asked anew.

import { ask } from "./client.js"
import { keep, stored } from "./kept.js"
import { startWhenIdle } from "./near.js"
import { CHANGED, KEY, load } from "./own.js"
import { parts } from "./paint.js"
import { onElsewhere } from "./store.js"

const CHOICE = "quotes"

/** @param {HTMLElement} root the switch between them @param {AbortSignal} signal that ends it */
export function mount(root, signal) {
  /** @type {HTMLElement[]} */
  const slots = [...document.querySelectorAll("[data-quote]")].map((it) => /** @type {any} */ (it))
  const quotes = slots.map(({ dataset }) => JSON.parse(dataset.quote ?? ""))
  const editors = slots.map((slot) => [...slot.childNodes])
  const places = JSON.parse(root.dataset.places ?? "") // the fields that ask each shared number
  const said = slots.map((slot) => slot.textContent)
  /** @type {(string | null)[]} what each slot says on his numbers, nothing where that is no other */
  let texts = []
  let asked = 0

  /** Show whose numbers are chosen, while what is being read stays where it is. */
  function show() {
    const mine = !("example" in stored(CHOICE))
    steadily(() => {
      slots.forEach((slot, index) => {
        const text = mine ? (texts[index] ?? null) : null
        if (text === null && !slot.hasAttribute("data-mine")) return
        if (text === null) slot.removeAttribute("data-mine")
        else slot.setAttribute("data-mine", quotes[index][0]) // the kind of what is quoted
        slot.replaceChildren(...(text === null ? editors[index] : parts(text)))
      })
      const first = slots[texts.findIndex((text) => text !== null)]
      root.hidden = !first
      first?.closest("article > *")?.before(root)
    })
    for (const button of root.querySelectorAll("[data-quotes-choice]")) {
      const pressed = (button.getAttribute("data-quotes-choice") === "own") === mine
      button.setAttribute("aria-pressed", String(pressed))
    }
  }

  async function recompute() {
    const turn = ++asked
    const { numbers } = load()
    let found = Object.keys(numbers).length ? null : { texts: [] }
    if (!found) near ??= startWhenIdle(slots[0])
    // Nothing is answered if something more pressing was asked meanwhile.
    while (!found && turn === asked && !signal.aborted) {
      found = await ask("", {}, "decide", { quotes, numbers, places })
    }
    if (!found || turn !== asked) return
    texts = found.texts.map((/** @type {string | null} */ text, /** @type {number} */ index) =>
      text === said[index] ? null : text,
    )
    show()
  }

  /** @type {IntersectionObserver | undefined} */
  let near
  signal.addEventListener("abort", () => near?.disconnect())
  root.addEventListener("click", ({ target }) => {
    const choice = target instanceof Element && target.getAttribute("data-quotes-choice")
    if (!choice) return
    keep(CHOICE, choice === "example" ? { example: "" } : null)
    show()
  }, { signal })
  addEventListener(CHANGED, recompute, { signal })
  onElsewhere(KEY, recompute, signal)
  recompute()
}

/** Change something while what is being read stays in its place. @param {() => void} change */
function steadily(change) {
  const read = document.elementFromPoint(innerWidth / 2, innerHeight / 3)
  const before = read?.getBoundingClientRect().top ?? 0
  change()
  if (read?.isConnected && scrollY) scrollBy(0, read.getBoundingClientRect().top - before)
}
