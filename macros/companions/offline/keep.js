// @ts-check
// The first half of the service worker: keeps the site for reading without a network. The build
// writes `version` and `manifest` above this text and answer.js below it, so any changed file
// makes a new worker. It fetches what has changed, all of it or nothing, and takes over.

/** @typedef {"site" | "runtime"} Part */
/** @typedef {Record<Part, Record<string, string>>} Manifest hashes by address in the scope */
/** @type {string} */
var version
/** @type {Manifest} */
var manifest

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const { scope } = worker.registration
const parts = /** @type {Part[]} */ (["site", "runtime"])

// Other sites may share the origin: a cache belongs to one scope. off.js knows these names.
const cacheName = (/** @type {Part | "versions" | "pages"} */ kind) => `playbook ${kind} ${scope}`
const open = (/** @type {Part | "versions" | "pages"} */ kind) => caches.open(cacheName(kind))
/**
 * Where a file is kept. The names of the runtime's files change with their content.
 * @param {Part} part @param {string} path @param {string} hash
 */
const place = (part, path, hash) => `${scope}${path}${part === "site" ? `?${hash}` : ""}`

/**
 * Keep a file of this very version; rejects if the host has another or there is no room.
 * @param {Part} part @param {string} path @param {RequestCache} cache
 */
async function keep(part, path, cache) {
  const [kept, integrity] = [await open(part), manifest[part][path]]
  if (await kept.match(place(part, path, integrity))) return
  const response = await fetch(scope + path, { cache, integrity, priority: "low" })
  await kept.put(place(part, path, integrity), bare(response))
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
  const [versions, here] = [await open("versions"), scope + version]
  await versions.delete(here) // It may have been published before, and is the last one now.
  await versions.put(here, new Response(JSON.stringify(manifest)))
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

/** Forget what no open page needs. */
async function tidy() {
  const [pages, versions] = [await open("pages"), await open("versions")]
  // A newer version is about to take over; it tidies then.
  if ((await versions.keys()).at(-1)?.url !== scope + version) return
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
    const current = new Set(files.map(([path, hash]) => place(part, path, hash)))
    const kept = await open(part)
    for (const { url } of await kept.keys()) if (!current.has(url)) await kept.delete(url)
  }
}
