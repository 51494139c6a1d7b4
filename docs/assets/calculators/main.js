// @ts-check
// Finds the calculators of a page and has each mounted before the reader is there; again after
// every instant navigation, of which a page in a frame knows nothing.

import { edition } from "./edition.js"
import { embedded, linked } from "./link.js"
import { runtime } from "./runtime.js"

const NEAR = "200% 0px" // two screens above or below what is seen
const SITE = new URL("../../", import.meta.url)

const ours = edition(document)

/** @type {Map<HTMLElement, () => void>} how each mounted calculator is stopped */
const unmount = new Map()
/** @type {Set<HTMLElement>} calculators on their way */
const coming = new Set()

/** @returns {HTMLElement[]} */
const found = () => [...document.querySelectorAll("[data-calculator]")].filter((e) => e instanceof HTMLElement)

/** @param {HTMLElement} root */
async function make(root) {
  observer.unobserve(root)
  if (unmount.has(root) || coming.has(root)) return
  coming.add(root)
  try {
    const { mount } = await import("./mount.js")
    const key = `${location.pathname}#${root.dataset.calculator}-${found().indexOf(root)}`
    if (root.isConnected) unmount.set(root, mount(root, key))
  } catch (error) {
    console.warn("calculators: not mounted:", error)
    dispatchEvent(new Event("calculators-missing"))
  } finally {
    coming.delete(root)
  }
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) make(/** @type {HTMLElement} */ (target))
    }
  },
  { rootMargin: NEAR },
)

/** Whoever touches a calculator needs it now. @param {EventTarget | null} target */
function touch(target) {
  const root = target instanceof Element && target.closest("[data-calculator]")
  if (root instanceof HTMLElement) make(root)
}
for (const type of ["focusin", "pointerover"]) addEventListener(type, ({ target }) => touch(target))

/** Show the calculator that the address names, with the numbers that it gives. */
function follow() {
  const root = linked()
  if (!root) return
  // In a frame it is all there is, and the page around is not ours to move.
  if (!embedded) root.scrollIntoView()
  if (unmount.has(root)) root.dispatchEvent(new Event("link"))
  else make(root)
}
addEventListener("hashchange", follow)

/** What ends a script of a page once another page is shown. */
function stopper() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

/** Have the scripts at hand, the worker's too: what is large is asked for two requests earlier. */
function fetchAhead() {
  for (const module of runtime.modules.splice(0)) {
    const link = document.createElement("link")
    Object.assign(link, { rel: "modulepreload", href: new URL(module, SITE).href, fetchPriority: "low" })
    document.head.append(link)
  }
}

function arrive() {
  // A deployment since, and another page in place of ours: its calculators are not those that run here.
  if (edition(document) !== ours) return location.reload()
  for (const [root, stop] of unmount) {
    if (root.isConnected) continue
    stop()
    unmount.delete(root)
  }
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-script]"))) {
    const { signal, abort } = stopper()
    unmount.set(root, abort)
    import(`./${root.dataset.script}.js`).then(({ mount }) => mount(root, signal))
      .then(() => root.setAttribute("data-live", "")).catch((error) => {
        console.warn("calculators: no script of this page:", error)
        root.setAttribute("data-missing", "")
      })
  }
  const roots = found()
  roots.forEach((root) => observer.observe(root))
  if (roots.length && !(/** @type {any} */ (navigator).connection?.saveData)) fetchAhead()
  touch(document.activeElement)
  follow()
}

// Material's observable of documents: emits now and after each instant navigation.
const { document$ } = /** @type {any} */ (window)
if (document$) document$.subscribe(arrive)
else arrive()
