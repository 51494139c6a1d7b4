// @ts-check
// All that this browser remembers of the site: for a file to carry, and to forget at one press.

import { here as unkeptMarks } from "../reading/marks.js"
import { here as unkept, keyOf } from "./store.js"

const SITE = keyOf("")
const MARK = /^(check|checklist|read):/
const NAME = /^(check|checklist|read):[\w/-]+\/(#[\w-]+)?$/
const LONGEST = 200 // characters of what is kept of a mark

/** What is ours there: others may be on the same host, and Material's keys begin with a dot.
 * @param {() => Storage} storage @returns {[string, string][]} */
function ours(storage) {
  const path = (/** @type {string} */ key) => key.replace(MARK, "")
  try {
    const all = Object.entries(storage())
    return all.filter(([key]) => path(key).startsWith(SITE) && path(key)[SITE.length] !== ".")
  } catch {
    return [] // it is switched off
  }
}

/** What was ticked, answered and read, by names that mean the same on any host. */
export const marks = () =>
  Object.fromEntries(
    ours(() => localStorage).filter(([key]) => MARK.test(key)).map(([key, value]) => [key.replace(SITE, ""), value]),
  )

/** @param {unknown} given marks, whoever wrote them; what is none is left out */
export function mark(given) {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!NAME.test(name) || typeof value !== "string" || value.length > LONGEST) continue
    try {
      localStorage.setItem(name.replace(":", `:${SITE}`), value)
    } catch {
      return // it is switched off, or full
    }
  }
}

/** Forget all of it. @returns {() => void} what brings it back */
export function forget() {
  const held = [unkept, unkeptMarks].map((/** @type {Map<string, any>} */ map) => {
    const were = [...map]
    map.clear()
    return () => were.forEach(([name, value]) => map.set(name, value))
  })
  const stored = [() => localStorage, () => sessionStorage].map((storage) => {
    const were = ours(storage)
    for (const [key] of were) storage().removeItem(key)
    return () => were.forEach(([key, value]) => storage().setItem(key, value))
  })
  return () => [...held, ...stored].forEach((back) => back())
}
