// @ts-check
// What is kept in this browser alone, for all pages and tabs of the site, under names.

import { address } from "./client.js"

export const VERSION = 1 // of what is kept, and of the files made of it

/** @type {Map<string, any>} what the browser would not keep, by name, until the page is left */
export const here = new Map()

/** Of this site alone: others may be on the same host. @param {string} name */
export const keyOf = (name) => new URL(address(name)).pathname

/**
 * Call `listener` once another tab may have changed what is kept under a key, or the page was away.
 * @param {string} key @param {() => void} listener @param {AbortSignal} signal that ends it
 */
export function onElsewhere(key, listener, signal) {
  addEventListener("storage", (event) => (event.key ?? key) === key && listener(), { signal })
  addEventListener("pageshow", ({ persisted }) => persisted && listener(), { signal })
}

/**
 * What is kept, whatever wrote it, or `nothing`.
 * @template T
 * @param {string} name @param {T} nothing
 * @param {(text: string) => T} read throws an error where it is no such thing, or empty
 * @returns {T}
 */
export function load(name, nothing, read) {
  try {
    return here.get(name) ?? read(localStorage.getItem(keyOf(name)) ?? "")
  } catch {
    return nothing // there is nothing, or it was written by something else; or storage is switched off
  }
}

/** @param {string} name @param {object} value @returns {boolean} whether it outlives the page */
export function save(name, value) {
  here.set(name, value)
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value))
    return here.delete(name)
  } catch {
    return false
  }
}
