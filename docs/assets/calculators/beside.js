// @ts-check
// What is typed in this tab, beside what any tab of the site has kept: neither undoes the other.

/** @typedef {Record<string, string>} Numbers as typed, by their keys */

/** @param {() => Numbers} load what is kept now */
export function beside(load) {
  let known = load()

  /** What is typed here and is not what was kept. @param {Numbers} now */
  const typed = (now) =>
    Object.fromEntries(Object.entries(now).filter(([key, text]) => text !== (known[key] ?? "")))

  /** What the form shows once others have kept something: theirs, but where something is typed here. @param {Numbers} now */
  function both(now) {
    const [mine, theirs] = [typed(now), load()]
    return Object.fromEntries(Object.keys(now).map((key) => [key, mine[key] ?? theirs[key] ?? ""]))
  }

  return { typed, both, know: (/** @type {Numbers} */ kept) => void (known = kept) }
}
