// @ts-check
// Has the site kept for reading without a network. Nothing depends on it.

import { onStage } from "../calculators/client.js"

const REST = 2000 // ms after the page has loaded
const BUSY = ["load", "start"]
const { connection, serviceWorker } = /** @type {any} */ (navigator)
const script = new URL("../../service-worker.js", import.meta.url)

async function start() {
  try {
    await serviceWorker.register(script, { updateViaCache: "none" })
    serviceWorker.controller?.postMessage("a page is open")
  } catch {
    // The browser may refuse, as in some private windows; the site works without it.
  }
}

async function stop() {
  // Not that of a site around this one.
  for (const found of await serviceWorker.getRegistrations()) {
    if (found.scope === new URL(".", script).href) await found.unregister()
  }
}

/** Once the page and its calculators have what they need. */
function startAtRest() {
  const unlisten = onStage((stage) => {
    if (BUSY.includes(stage)) return
    setTimeout(() => unlisten())
    start()
  })
}

// Where data is dear, what a reader may never open costs him nothing, nor do new versions of it.
if (serviceWorker && connection?.saveData) {
  stop()
} else if (serviceWorker) {
  const rest = () => setTimeout(startAtRest, REST)
  if (document.readyState === "complete") rest()
  else addEventListener("load", rest, { once: true })
  onStage(async (stage) => {
    if (stage !== "ready") return
    const { active } = await serviceWorker.ready
    active.postMessage("a calculator is live")
  })
}
