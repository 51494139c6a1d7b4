// @ts-check
// Remembers that a chapter was read to its end: to the list of what to do, which is a chapter's own.

import { mark } from "./marks.js"

/** @param {HTMLElement} list */
export function mount(list) {
  const key = `read:${location.pathname}`
  let away = false // a link may lead to the list at once: nothing is read yet
  const observer = new IntersectionObserver((seen) => {
    for (const { isIntersecting } of seen) {
      if (isIntersecting && away) mark(key, true)
      away ||= !isIntersecting
    }
  })
  if (list.querySelector("li[id]")) observer.observe(list)
}
