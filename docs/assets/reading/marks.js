// @ts-check
// What a reader's browser remembers of a chapter under a key: that a task is done, that it was read.

/** @type {Map<string, boolean>} what the browser would not keep, by key, until the site is left */
export const here = new Map()

/** @param {string} key @returns {boolean} whether it is marked */
export function marked(key) {
  try {
    return here.get(key) ?? localStorage.getItem(key) !== null
  } catch {
    return false // storage is switched off, and nothing was marked since
  }
}

/** @param {string} key @param {boolean} on @returns {boolean} whether it outlives the visit */
export function mark(key, on) {
  try {
    if (on) localStorage.setItem(key, "")
    else localStorage.removeItem(key)
    here.delete(key)
    return true
  } catch {
    here.set(key, on)
    return false
  }
}

/** @param {string} start @returns {string[]} what is kept under the keys that begin so */
export function beginning(start) {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(start)).map(([, value]) => value)
  } catch {
    return []
  }
}
