// @ts-check
// Keeps the site for reading without a network. The build writes `version` and `manifest` above
// this text, so any changed file makes a new worker. It fetches what has changed, all of it or
// nothing, and takes over; a page that is open goes on with the version it was opened from.

/** @typedef {"site" | "runtime"} Part */
/** @typedef {Record<Part, Record<string, string>>} Manifest hashes by address in the scope */
/** @type {string} */
var version
/** @type {Manifest} */
var manifest

const NETWORK = "network" // in place of a version: of a page that came from there
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const { scope } = worker.registration
const parts = /** @type {Part[]} */ (["site", "runtime"])

// Other sites may share the origin: a cache belongs to one scope. off.js knows these names.
const open = (/** @type {Part | "versions" | "pages"} */ kind) =>
  caches.open(`playbook ${kind} ${scope}`)
/** Where a file is kept. @param {string} path @param {string} hash */
const place = (path, hash) => `${scope}${path}?${hash}`

/**
 * Keep a file of this very version; rejects if the host has another or there is no room.
 * @param {Part} part @param {string} path @param {RequestCache} cache
 */
async function keep(part, path, cache) {
  const [kept, integrity] = [await open(part), manifest[part][path]]
  if (await kept.match(place(path, integrity))) return
  const response = await fetch(scope + path, { cache, integrity, priority: "low" })
  await kept.put(place(path, integrity), bare(response))
}

/** As told to last no time, lest a page of another version take it. @param {Response} response */
function bare({ body, headers, status }) {
  const type = headers.get("Content-Type") ?? "application/octet-stream"
  return new Response(body, { status, headers: { "Content-Type": type } })
}

async function keepSite() {
  if (/** @type {any} */ (navigator).connection?.saveData) throw new Error("data is dear")
  // The browser may hold a page of before the deployment for as long as the host allows.
  await Promise.all(Object.keys(manifest.site).map((path) => keep("site", path, "no-cache")))
  const used = await (await open("runtime")).keys()
  if (used.length) await keepRuntime()
  await (await open("versions")).put(scope + version, Response.json(manifest))
  await worker.skipWaiting()
}

/** Keep what calculators and charts run on; what fails is tried again at the next use. */
async function keepRuntime() {
  try {
    // Names change with versions, so that what the page has just loaded will do.
    for (const path of Object.keys(manifest.runtime)) await keep("runtime", path, "default")
  } catch (error) {
    console.info("offline: the calculators are not kept:", String(error))
  }
}

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

/** Forget what no open page needs, unless a next version is just being kept. */
async function tidy() {
  if (worker.registration.installing) return
  const [pages, versions] = [await open("pages"), await open("versions")]
  const clients = await worker.clients.matchAll({ includeUncontrolled: true, type: "all" })
  const needed = new Set([version])
  for (const { url } of await pages.keys()) {
    const id = url.slice(scope.length)
    const its = await versionOf(id)
    if (clients.some((client) => client.id === id)) needed.add(its)
    // One of this version may be about to open.
    else if (its !== version) await pages.delete(url)
  }
  const manifests = []
  for (const { url } of await versions.keys()) {
    if (!needed.has(url.slice(scope.length))) await versions.delete(url)
    else manifests.push(await (await versions.match(url))?.json())
  }
  for (const part of parts) {
    const files = manifests.flatMap((manifest) => Object.entries(manifest[part]))
    const current = new Set(files.map(([path, hash]) => place(path, hash)))
    const kept = await open(part)
    for (const { url } of await kept.keys()) if (!current.has(url)) await kept.delete(url)
  }
}

/** @param {Manifest} manifest @param {string} path */
async function find(manifest, path) {
  const part = parts.find((part) => Object.hasOwn(manifest[part], path))
  return part && (await open(part)).match(place(path, manifest[part][path]))
}

/** @param {FetchEvent} event @param {string} path */
async function page({ request, resultingClientId: id }, path) {
  const found = await find(manifest, path)
  if (!found && Object.hasOwn(manifest.site, `${path}/`)) {
    return Response.redirect(`${scope}${path}/${new URL(request.url).search}`)
  }
  const response = found ?? (await fetch(request).catch(() => undefined))
  await note(id, response && !found ? NETWORK : version)
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

worker.addEventListener("install", (event) => event.waitUntil(keepSite()))
worker.addEventListener("message", (event) => {
  if (event.data === "a page is open") event.waitUntil(tidy())
  if (event.data === "a calculator is live") event.waitUntil(keepRuntime())
})

worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request
  if (method !== "GET" || !url.startsWith(scope)) return
  const { origin, pathname } = new URL(url)
  const path = (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, "$1")
  const ours = parts.some((part) => Object.hasOwn(manifest[part], path))
  if (mode === "navigate") event.respondWith(page(event, path))
  else if (ours || noted.get(event.clientId) !== version) event.respondWith(file(event, path))
})
