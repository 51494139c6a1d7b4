// @ts-check
// Phrases that mean one thing: «МОП» is «менеджер по продажам» in any form of its words.

/** @type {string[][]} spellings by thing; written by the build */
var synonyms

/** @type {Map<string, { stems: string[], token: string }[]> | undefined} by the first stem */
let phrases

/** Where phrases with synonyms stand among words; the longest first, none within another. */
function* synonymsIn(/** @type {string[]} */ words) {
  phrases ??= readSynonyms()
  const stems = words.map(stem)
  for (let start = 0; start < stems.length; ) {
    const phrase = phrases
      .get(stems[start])
      ?.find((phrase) => phrase.stems.every((part, index) => stems[start + index] === part))
    if (phrase) yield { start, end: start + phrase.stems.length, token: phrase.token }
    start += phrase?.stems.length ?? 1
  }
}

function readSynonyms() {
  const found = /** @type {NonNullable<typeof phrases>} */ (new Map())
  for (const [number, spellings] of synonyms.entries()) {
    for (const stems of spellings.map((spelling) => split(spelling).map(stem))) {
      const same = found.get(stems[0]) ?? []
      found.set(stems[0], [...same, { stems, token: `#${number}` }])
    }
  }
  for (const same of found.values()) same.sort((a, b) => b.stems.length - a.stems.length)
  return found
}
