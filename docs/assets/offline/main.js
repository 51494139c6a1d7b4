// @ts-check
// Has the site kept for reading without a network. Nothing depends on it.

import { onStage } from "../calculators/client.js"

const { connection, serviceWorker } = /** @type {any} */ (navigator)

async function start() {
  const script = new URL("../../service-worker.js", import.meta.url)
  try {
    await serviceWorker.register(script, { updateViaCache: "none" })
  } catch {
    // The browser may refuse, as in some private windows; the site works without it.
  }
}

// What a reader may never open costs him nothing where data is dear.
if (serviceWorker && !connection?.saveData) {
  // The page itself comes first.
  if (document.readyState === "complete") start()
  else addEventListener("load", start, { once: true })
  onStage(async (stage) => {
    if (stage !== "ready") return
    const { active } = await serviceWorker.ready
    active.postMessage("keep the runtime")
  })
}
