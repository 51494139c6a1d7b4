// @ts-check
// The large files of the runtime: asked for all at once, counted, unpacked one by one.

/** @import { Bytes, Runtime, Sized } from "./types.d.ts" */

export class Files {
  /** @type {Map<string, Promise<Bytes>>} */
  #files = new Map()

  /**
   * Ask for the files of `names`, the one that is needed first before the others; `tell` hears what share of them has arrived.
   * @param {string} site
   * @param {Runtime} runtime
   * @param {string[]} names
   * @param {boolean} packed
   * @param {(share: number) => void} tell
   */
  constructor(site, runtime, names, packed, tell) {
    const from = packed ? runtime.packed : runtime.plain
    const total = names.reduce((sum, name) => sum + from[name].bytes, 0)
    let arrived = 0
    const count = (/** @type {number} */ bytes) => tell(Math.min(1, (arrived += bytes) / total))
    const asked = names.map((name) => take(new URL(from[name].path, site), count))
    const decoder = packed ? unpacker(new URL(runtime.unpacker, site)) : undefined
    /** @type {Promise<unknown>} */
    let before = Promise.resolve()
    names.forEach((name, index) => {
      const file = decoder ? unpack(asked[index], from[name], decoder, before) : asked[index]
      // Who waits for a file hears what is wrong with it; nobody may.
      before = Promise.allSettled([asked[index], file])
      this.#files.set(name, file)
    })
  }

  /** @param {string} name @returns {Promise<Bytes>} */
  bytes(name) {
    return this.#files.get(name) ?? Promise.reject(new Error(`${name} was not asked for`))
  }
}

/** @param {URL} url @param {(bytes: number) => void} count @returns {Promise<Bytes>} */
async function take(url, count) {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  const counting = new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength)
      controller.enqueue(chunk)
    },
  })
  const counted = new Response(response.body.pipeThrough(counting))
  return new Uint8Array(await counted.arrayBuffer())
}

/** @param {URL} url @returns {Promise<any>} of zstddec, ready to decode */
async function unpacker(url) {
  const { ZSTDDecoder } = await import(url.href)
  const decoder = new ZSTDDecoder()
  await decoder.init()
  return decoder
}

/**
 * Unpack after the one before: it is needed earlier.
 * @param {Promise<Bytes>} asked
 * @param {Sized} sized
 * @param {Promise<any>} decoder
 * @param {Promise<unknown>} before
 * @returns {Promise<Bytes>}
 */
async function unpack(asked, { path, whole }, decoder, before) {
  const [bytes, { decode }] = await Promise.all([asked, decoder, before])
  const unpacked = decode(bytes, whole)
  // The decoder has no other way to say that the file is broken.
  if (unpacked.byteLength !== whole) throw new Error(`${path} does not unpack`)
  return unpacked
}
