// @ts-check
// Material's search worker, taught Russian. It keeps its words, for suggestions as one types;
// beside each stands its stem, and beside each known phrase the token of its synonyms. What is
// typed is looked up by stems and synonyms alone.

/** @typedef {{ term: string, presence: number, fields?: string[], boost?: number }} Clause */
/** @typedef {Record<string, Record<string, { position: number[] }>>} Found fields by token */

const worker = /** @type {any} */ (self)

worker.importScripts("late.js", "words.js", "phrases.js", "synonyms.js")
// The theme template passes the name of Material's own worker, which changes with its version.
worker.importScripts(`../workers/${location.search.slice(1)}`)

/** @type {Map<string, string>} every word of the index, folded, and its stem's token */
const vocabulary = new Map()
/** @type {Map<string, Set<string>>} tokens of stems and of synonyms, and their words in the text */
const spelled = new Map()

/** @param {string} token @param {string} word */
function remember(token, word) {
  const words = spelled.get(token) ?? new Set()
  spelled.set(token, words.add(word))
  return token
}

/** @param {(text: unknown, metadata: unknown) => any[]} tokenize */
function teach(tokenize) {
  return (/** @type {unknown} */ text, /** @type {unknown} */ metadata) => {
    const tokens = tokenize(text, metadata)
    const words = tokens.map(String)
    const taught = tokens.flatMap((token, index) => {
      const word = words[index]
      const mark = remember(`=${stem(word)}`, word)
      vocabulary.set(fold(word), mark)
      return [token, token.clone(() => mark)]
    })
    for (const { start, end, token } of synonymsIn(words)) {
      for (let index = start; index < end; index++) {
        taught.push(tokens[index].clone(() => remember(token, words[index])))
      }
    }
    return taught
  }
}

const { add } = lunr.Builder.prototype
lunr.Builder.prototype.add = function (/** @type {unknown[]} */ ...document) {
  if (!vocabulary.size) this.tokenizer = teach(this.tokenizer)
  return add.apply(this, document)
}

/** The tokens to look up for a word: its stem's, else those of words that begin like it. */
function tokensOf(/** @type {string} */ word) {
  const token = `=${stem(word)}`
  if (spelled.has(token)) return [token]
  for (const beginning of [fold(word), stem(word)]) {
    const longer = [...vocabulary].filter(([known]) => known.startsWith(beginning))
    if (longer.length) return [...new Set(longer.map(([, token]) => token))]
  }
  return [token] // which is nowhere
}

const says = (/** @type {string} */ word) => lunr.ru.stopWordFilter(word) !== undefined

/** What to look up for the words typed, by position; words that say nothing have no tokens. */
function tokensFor(/** @type {string[]} */ words) {
  const tokens = words.map((word) => (says(word) || !words.some(says) ? tokensOf(word) : []))
  for (const { start, end, token } of synonymsIn(words)) {
    if (spelled.has(token)) tokens.fill([token], start, end)
  }
  return tokens
}

/** Put what was found under the words typed, as Material expects, each place once. */
function underTyped(/** @type {Found} */ found) {
  const places = new Set()
  /** @type {Found} */
  const typed = {}
  for (const [word, tokens] of asked) {
    const hits = tokens.filter((token) => found[token])
    if (tokens.length && !hits.length) continue
    typed[word] = {}
    for (const [field, { position }] of hits.flatMap((token) => Object.entries(found[token]))) {
      const fresh = position.filter((place) => !places.has(`${field} ${place}`))
      for (const place of fresh) places.add(`${field} ${place}`)
      const before = typed[word][field]?.position ?? []
      typed[word][field] = { position: [...before, ...fresh] }
    }
  }
  return typed
}

/** @type {Map<string, string[]>} the words last typed, and what was looked up for each */
let asked = new Map()

lunr.Index.prototype.search = function (/** @type {string} */ text) {
  const query = new lunr.Query(this.fields)
  new lunr.QueryParser(text, query).parse()
  const clauses = /** @type {Clause[]} */ (query.clauses)
  const words = clauses.map((clause) => clause.term.replace(/\*$/, ""))
  const tokens = tokensFor(words)
  asked = new Map(words.map((word, index) => [word, tokens[index]]))
  const results = this.query((/** @type {any} */ query) => {
    const once = new Set()
    clauses.forEach(({ fields, boost, presence }, index) => {
      for (const term of tokens[index].filter((token) => !once.has(token))) {
        once.add(term)
        query.clause({ term, fields, boost, presence, usePipeline: false })
      }
    })
  })
  for (const { matchData } of results) matchData.metadata = underTyped(matchData.metadata)
  return results
}

/** The words found, as pages spell them, for Material to mark on the page that is opened. */
function inPages(/** @type {Record<string, boolean>} */ terms) {
  const missing = Object.keys(terms).filter((word) => !terms[word])
  const found = [...asked].filter(([word]) => terms[word]).flatMap(([, tokens]) => tokens)
  const words = new Set(found.flatMap((token) => [...(spelled.get(token) ?? [])]))
  // The longest first, else only the beginning of a long one is marked.
  const told = [...words].filter((word) => word.length > 1 && says(word))
  told.sort((a, b) => b.length - a.length)
  return Object.fromEntries([
    ...told.map((word) => [word, true]),
    ...missing.map((word) => [word, false]),
  ])
}

const post = worker.postMessage
worker.postMessage = (/** @type {any} */ message) => {
  for (const hit of message.data?.items?.flat() ?? []) hit.terms = inPages(hit.terms)
  post(message)
}
