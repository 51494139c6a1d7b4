// @ts-check
// Words as the search compares them: all forms of a word come to one stem.
// A plain script: the worker that Material starts is not a module.

/** @type {any} the library of Material's worker; brings the Snowball stemmer for Russian */
var lunr

const SHORTEST = 3 // letters of a stem: what is shorter says nothing
const FLEETING = /ь?[ое]?(?=[кцг]$)/ // «ошибок» and «ошибки», «денег» and «деньги»
const VOWEL = /[аеиоуыэюя]/

/** @type {Map<string, string>} */
const known = new Map()

/** @param {string} word */
function fold(word) {
  return word.toLowerCase().replaceAll("ё", "е")
}

/** @param {string} word @returns {string} */
function stem(word) {
  const found = known.get(word) ?? cut(fold(word))
  known.set(word, found)
  return found
}

/** @param {string} word folded */
function cut(word) {
  const cut = lunr.ru.stemmer(word)
  if (cut.length < SHORTEST) return word
  const short = cut.replace(FLEETING, "")
  const fleeting = short.length >= SHORTEST && !VOWEL.test(short.at(-2) ?? "")
  return fleeting ? short : cut
}

/** @param {string} text @returns {string[]} */
function split(text) {
  return text.split(lunr.tokenizer.separator).filter(Boolean)
}
