// @ts-check
// Unpacks large files beside the worker that needs them, until told nothing, and takes the room of
// the decoder with it. The name of this one is the address of zstddec.

import { decoder } from "./decoder.js"

/** @import { Packed, Unpacked } from "./types.d.ts" */

const decoding = decoder(self.name)
decoding.catch(() => {}) // Whoever wants something unpacked is told; nobody may.

addEventListener("message", ({ ports: [asking] }) => {
  asking.onmessage = async ({ data }) => {
    if (!data) return close()
    const packed = /** @type {Packed} */ (data)
    const { name } = packed
    /** @param {Unpacked} unpacked @param {Transferable[]} transfer */
    const reply = (unpacked, transfer = []) => asking.postMessage(unpacked, transfer)
    try {
      const file = (await decoding)(packed)
      reply({ name, file }, [file.buffer])
    } catch (error) {
      reply({ name, error: String(error) })
    }
  }
})
