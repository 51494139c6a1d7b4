// @ts-check
// The second half of the service worker, below keep.js: answers a page, as long as it is open, with
// files of the version that it was opened from.

const NETWORK = "network" // in place of a version: of a page that came from there

/** @type {Map<string, string>} versions of pages and of their workers by id */
const noted = new Map()

/** Note the version of a page or of its worker: this service worker may be stopped or replaced. */
async function note(/** @type {string} */ id, /** @type {string} */ its) {
  noted.set(id, its)
  const pages = await open("pages")
  await pages.put(scope + id, new Response(its)).catch(() => {}) // There may be no room.
}

async function versionOf(/** @type {string} */ id) {
  const its = noted.get(id) ?? (await (await (await open("pages")).match(scope + id))?.text())
  noted.set(id, its ?? version)
  return its ?? version
}

/** @param {Manifest} manifest @param {string} path */
async function find(manifest, path) {
  const part = parts.find((part) => Object.hasOwn(manifest[part], path))
  return part && (await open(part)).match(place(part, path, manifest[part][path]))
}

/** @param {FetchEvent} event @param {string} path */
async function page(event, path) {
  const { request, resultingClientId } = event
  const found = await find(manifest, path)
  if (!found && Object.hasOwn(manifest.site, `${path}/`)) {
    return Response.redirect(`${scope}${path}/${new URL(request.url).search}`)
  }
  const response = found ?? (await fetch(request).catch(() => undefined))
  event.waitUntil(note(resultingClientId, response && !found ? NETWORK : version))
  if (response) return response
  const missing = await find(manifest, "404.html")
  return new Response(missing?.body, { status: 404, headers: missing?.headers })
}

/** @param {FetchEvent} event @param {string} path */
async function file({ request, clientId, resultingClientId }, path) {
  const its = await versionOf(clientId)
  if (resultingClientId) await note(resultingClientId, its)
  if (its === version) return (await find(manifest, path)) ?? fetch(request)
  const kept = await (await open("versions")).match(scope + its)
  if (!kept) return bare(await fetch(request, { cache: "no-cache" }))
  return (await find(await kept.json(), path)) ?? fetch(request)
}

// Nothing is forgotten while a next version is being kept.
const LOCK = `playbook ${scope}`
const { locks } = navigator
const tidyIf = (/** @type {Lock | null} */ free) => free && tidy()
const tidied = () => locks.request(LOCK, { ifAvailable: true }, tidyIf)
worker.addEventListener("install", (event) => {
  event.waitUntil(locks.request(LOCK, keepSite))
  // What is large comes straight from its cache where the browser can do that by itself.
  const large = ["python-*", "vendor/*"].map((name) => ({ urlPattern: `${scope}assets/${name}` }))
  const route = { condition: { or: large }, source: { cacheName: cacheName("runtime") } }
  const { addRoutes } = /** @type {any} */ (event)
  addRoutes?.call(event, route).catch(console.info)
})
worker.addEventListener("message", (event) => {
  if (event.data === "a page is open") event.waitUntil(tidied())
  if (event.data === "a calculator is live") event.waitUntil(keepRuntime())
})

worker.addEventListener("fetch", (event) => {
  const { headers, method, mode, url } = event.request
  // At the root of a host, others are in the scope too, with films that are asked for in parts.
  if (method !== "GET" || headers.has("Range") || !url.startsWith(scope)) return
  const { origin, pathname } = new URL(url)
  const path = (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, "$1")
  const ours = parts.some((part) => Object.hasOwn(manifest[part], path))
  if (mode === "navigate") event.respondWith(page(event, path))
  else if (ours || noted.get(event.clientId) !== version) event.respondWith(file(event, path))
})
