// @ts-check
// The worker that computes, and beside it the one that unpacks what it is started from, so that the
// room of the decoder is given back. Both are the page's: in Firefox a worker that makes one of its
// own may wait for it for ever.

/** @import { Boot } from "./types.d.ts" */

/**
 * @param {Omit<Boot, "unpacker">} boot what is asked of the worker first
 * @param {(reason: { message?: string }) => void} fail hears once that one of them does not run
 * @returns {{ worker: Worker, end: () => void }}
 */
export function make(boot, fail) {
  const { site, runtime, way } = boot
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  const workers = [worker]
  const failed = new AbortController()
  /** @type {MessagePort[]} */
  const ports = []
  if (way !== "plain") {
    const name = new URL(runtime.unpacker, site).href
    const unpacker = new Worker(new URL("unpacker.js", import.meta.url), { type: "module", name })
    const { port1, port2 } = new MessageChannel()
    unpacker.postMessage(null, [port1])
    workers.push(unpacker)
    ports.push(port2)
  }
  for (const one of workers) one.addEventListener("error", fail, { signal: failed.signal })
  worker.postMessage({ ...boot, unpacker: ports[0] }, ports)
  return {
    worker,
    end() {
      failed.abort()
      for (const one of workers) one.terminate()
    },
  }
}
