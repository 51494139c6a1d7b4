// @ts-check
// Unpacks what was packed with Zstandard.

/** @import { Bytes, Packed } from "./types.d.ts" */

/**
 * A decoder, once it is ready; its memory never shrinks, but ends with its worker.
 * @param {string} url of zstddec
 * @returns {Promise<(packed: Packed) => Bytes>}
 */
export async function decoder(url) {
  const { ZSTDDecoder } = await import(url)
  const ready = new ZSTDDecoder()
  await ready.init()
  return ({ name, bytes, whole }) => {
    /** @type {Bytes} */
    const unpacked = ready.decode(bytes, whole)
    // The decoder has no other way to say that the file is broken.
    if (unpacked.byteLength !== whole) throw new Error(`${name} does not unpack`)
    return unpacked
  }
}
