// @ts-check
// Keeps the site for reading without a network, one version at a time. The build writes
// `manifest` above this text, so any changed file makes a new worker. A new worker waits until
// no page of the old version is open; what both versions share is fetched and kept once.

/** @typedef {"site" | "runtime"} Part */
/** @type {Record<Part, Record<string, string>>} hashes by address, relative to the scope */
var manifest

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const { scope } = worker.registration
const parts = /** @type {Part[]} */ (["site", "runtime"])

// Other sites may share the origin: a cache belongs to one scope. off.js knows these names.
const cacheName = (/** @type {Part} */ part) => `playbook ${part} ${scope}`
const open = (/** @type {Part} */ part) => caches.open(cacheName(part))
/** Where a file of this version is kept. @param {Part} part @param {string} path */
const place = (part, path) => `${scope}${path}?${manifest[part][path]}`

/**
 * Keep a file of this very version; rejects if the host has another or there is no room.
 * @param {Part} part @param {string} path @param {RequestCache} cache
 */
async function keep(part, path, cache) {
  const kept = await open(part)
  if (await kept.match(place(part, path))) return
  const integrity = manifest[part][path]
  const priority = "low"
  const response = await fetch(scope + path, { cache, integrity, mode: "same-origin", priority })
  await kept.put(place(part, path), response)
}

async function keepSite() {
  // The browser may hold a page of before the deployment for as long as the host allows.
  await Promise.all(Object.keys(manifest.site).map((path) => keep("site", path, "no-cache")))
  const { connection } = /** @type {any} */ (navigator)
  const used = (await (await open("runtime")).keys()).length > 0
  if (used && !connection?.saveData) await keepRuntime()
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

async function forgetOldVersions() {
  for (const part of parts) {
    const kept = await open(part)
    const current = new Set(Object.keys(manifest[part]).map((path) => place(part, path)))
    for (const { url } of await kept.keys()) if (!current.has(url)) await kept.delete(url)
  }
}

/** @param {Part} part @param {string} path @param {Request} request */
async function answer(part, path, request) {
  const found = await caches.match(place(part, path), { cacheName: cacheName(part) })
  if (!found) return fetch(request)
  // A script learns its address from the response: the search worker reads its own query.
  return found.url === request.url ? found : new Response(found.body, found)
}

// Turning to a version that waits takes a moment without any page of this one. While a tab is
// reloaded its old page still counts, and looks like another tab's. So a blank page stands in
// for it and reloads; if no other page is open then, the new version takes over.
// It reloads after the new version is in charge: a request in between may wait for ever.
const BLANK = `<!doctype html><meta name="color-scheme" content="light dark"><script>
const reload = () => location.reload()
navigator.serviceWorker.addEventListener("controllerchange", reload)
navigator.serviceWorker.getRegistration().then((found) => {
  if (ALONE) found?.waiting?.postMessage("take over")
  setTimeout(reload, ALONE ? 2000 : 0)
})
</script>`
const TURNS = 9 // of one life of this worker: a new version that cannot take over is left alone
let turns = 0
let blank = ""

/** @param {FetchEvent} event @returns {Promise<string>} a blank page, if one is to answer */
async function turn({ resultingClientId }) {
  const { waiting } = worker.registration
  if (!waiting || turns === TURNS) return ""
  const others = (await worker.clients.matchAll()).filter(({ id }) => id !== blank)
  if (others.length > 1 || (others.length && blank)) {
    blank = ""
    return ""
  }
  turns++
  blank = resultingClientId
  return BLANK.replaceAll("ALONE", String(!others.length))
}

/** @param {FetchEvent} event @param {string} path */
async function page(event, path) {
  const instead = await turn(event)
  if (instead) return new Response(instead, { headers: { "Content-Type": "text/html" } })
  return answer("site", path, event.request)
}

/** @type {Set<string>} pages that came from the network; so does what they ask for */
const foreign = new Set()

/** An address that this version does not know. @param {FetchEvent} event @param {string} path */
async function unknown({ request, resultingClientId }, path) {
  if (Object.hasOwn(manifest.site, `${path}/`)) {
    return Response.redirect(`${scope}${path}/${new URL(request.url).search}`)
  }
  try {
    const response = await fetch(request)
    foreign.add(resultingClientId)
    return response
  } catch {
    const { body, headers } = await answer("site", "404.html", new Request(`${scope}404.html`))
    return new Response(body, { headers, status: 404 })
  }
}

worker.addEventListener("install", (event) => event.waitUntil(keepSite()))
worker.addEventListener("activate", (event) => event.waitUntil(forgetOldVersions()))

worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting())
  if (event.data === "keep the runtime") event.waitUntil(keepRuntime())
})

worker.addEventListener("fetch", (event) => {
  const { request, clientId } = event
  const { origin, pathname } = new URL(request.url)
  const asked = origin + pathname
  const plain = request.method === "GET" && !request.headers.has("Range")
  if (!plain || !asked.startsWith(scope)) return
  const path = asked.slice(scope.length).replace(/(^|\/)index\.html$/, "$1")
  const part = parts.find((part) => Object.hasOwn(manifest[part], path))
  if (request.mode === "navigate") event.respondWith(part ? page(event, path) : unknown(event, path))
  else if (foreign.has(clientId)) event.respondWith(fetch(request, { cache: "no-cache" }))
  else if (part) event.respondWith(answer(part, path, request))
})
