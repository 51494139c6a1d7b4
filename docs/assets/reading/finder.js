// @ts-check
// Finds cards by the words typed: hides the others, and the groups that have none left.

const PAUSE = 600 // ms without a key before it is told how many there are: once, not at every key
const SHORT = 3 // letters; shorter words join others, and are looked for only by themselves
const ENDING = /[аеиоуыэюяйь]+$/u

/** @param {string} text */
function wordsOf(text) {
  const words = text.toLowerCase().replaceAll("ё", "е").match(/[\p{L}\d]+/gu) ?? []
  const long = words.filter((word) => word.length >= SHORT)
  return long.length ? long : words
}

/**
 * Whether a card has a word: any form of it, or one that begins so; «зарплаты» is «зарплатный».
 * @param {HTMLElement} card @param {string} word
 */
function has(card, word) {
  const start = word.length > SHORT ? word.replace(ENDING, "") : word
  const beginnings = (card.dataset.words ?? "").split(" ")
  return beginnings.some((known) => word.startsWith(known) || known.startsWith(start))
}

/** @param {HTMLElement} finder */
export function mount(finder) {
  const input = /** @type {HTMLInputElement} */ (finder.querySelector("input"))
  const status = /** @type {HTMLElement} */ (finder.querySelector("[role=status]"))
  const told = /** @type {string[]} */ (JSON.parse(finder.dataset.told ?? "[]"))
  const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-group]")])
  let timer = 0

  input.oninput = () => {
    const words = wordsOf(input.value)
    let found = 0
    for (const group of groups) {
      group.hidden = true
      for (const card of /** @type {NodeListOf<HTMLElement>} */ (
        group.querySelectorAll("[data-words]")
      )) {
        card.hidden = !words.every((word) => has(card, word))
        if (card.hidden) continue
        group.hidden = false
        found++
      }
    }
    clearTimeout(timer)
    timer = setTimeout(() => (status.textContent = words.length ? told[found] : ""), PAUSE)
  }
  finder.hidden = false
  if (input.value) input.dispatchEvent(new Event("input")) // a browser may have kept it
}
