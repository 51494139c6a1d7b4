// @ts-check
// The large files of the runtime: asked for all at once, counted, unpacked one by one.

/** @import { Bytes, Runtime, Sized } from "./types.d.ts" */

const STEPS = 20 // in which a share is told: the page draws each

export class Files {
  /** @type {Map<string, Promise<Bytes>>} */
  #files = new Map()

  /**
   * Ask for the files of `names`, the one that is needed first before the others; `tell` hears
   * what share of them has arrived.
   * @param {string} site
   * @param {Runtime} runtime
   * @param {string[]} names
   * @param {boolean} packed
   * @param {(share: number) => void} tell
   */
  constructor(site, runtime, names, packed, tell) {
    const from = packed ? runtime.packed : runtime.plain
    const total = names.reduce((sum, name) => sum + from[name].bytes, 0)
    const step = total / STEPS
    let arrived = 0
    const count = (/** @type {number} */ bytes) => {
      const before = Math.floor(arrived / step)
      arrived += bytes
      if (Math.floor(arrived / step) > before) tell(arrived / total)
    }
    const asked = names.map((name) => take(site, from[name], count))
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

/** @param {string} site @param {Sized} sized @param {(bytes: number) => void} count */
async function take(site, { path, bytes }, count) {
  const response = await fetch(new URL(path, site))
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`)
  const taken = new Uint8Array(bytes)
  let at = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { length } = next.value
    if (at + length > bytes) break
    taken.set(next.value, at)
    at += length
    count(length)
  }
  if (at !== bytes) throw new Error(`${path} is not of ${bytes} bytes`)
  return taken
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
