// @ts-check
// Takes the place of a service worker that must go: deletes what it kept, then removes itself.
// It does not wait for open pages, and reloads none: they go on with the network.

const off = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

async function leave() {
  const { registration } = off
  for (const name of await caches.keys()) {
    const ours = name.startsWith("playbook ") && name.endsWith(` ${registration.scope}`)
    if (ours) await caches.delete(name)
  }
  await registration.unregister()
}

off.addEventListener("install", () => off.skipWaiting())
off.addEventListener("activate", (event) => event.waitUntil(leave()))
