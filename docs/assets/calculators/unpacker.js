// @ts-check
// Unpacks large files beside the worker that needs them, until told nothing: a decoder's memory
// never shrinks, but ends with its worker. The name of this one is the address of zstddec.

/** @import { Bytes, Packed, Unpacked } from "./types.d.ts" */

const decoder = load(self.name)
decoder.catch(() => {}) // Whoever wants something unpacked is told; nobody may.

addEventListener("message", async ({ data }) => {
  if (!data) return close()
  const { name, bytes, whole } = /** @type {Packed} */ (data)
  try {
    const { decode } = await decoder
    /** @type {Bytes} */
    const unpacked = decode(bytes, whole)
    // The decoder has no other way to say that the file is broken.
    if (unpacked.byteLength !== whole) throw new Error(`${name} does not unpack`)
    if (!name.endsWith(".wasm")) reply({ name, file: unpacked }, [unpacked.buffer])
    else reply({ name, file: await WebAssembly.compile(unpacked) })
  } catch (error) {
    reply({ name, error: String(error) })
  }
})

/** @param {Unpacked} unpacked @param {Transferable[]} transfer */
function reply(unpacked, transfer = []) {
  postMessage(unpacked, { transfer })
}

/** @param {string} url @returns {Promise<any>} of zstddec, ready to decode */
async function load(url) {
  const { ZSTDDecoder } = await import(url)
  const ready = new ZSTDDecoder()
  await ready.init()
  return ready
}
