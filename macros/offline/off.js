// @ts-check
// Takes the place of a service worker that must go: deletes what it kept, then removes itself.
// It does not wait for open pages, and reloads none: they go on with the network.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const { registration } = worker

async function leave() {
  for (const name of await caches.keys()) {
    const ours = name.startsWith("playbook ") && name.endsWith(` ${registration.scope}`)
    if (ours) await caches.delete(name)
  }
  await registration.unregister()
}

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (event) => event.waitUntil(leave()))
