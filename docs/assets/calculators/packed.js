// @ts-check
// The large files of the runtime: asked for all at once, counted, unpacked one by one.

import { decoder } from "./decoder.js"

/** @import { Bytes, Packed, Runtime, Sized, Unpacked } from "./types.d.ts" */

const STEPS = 20 // in which a share is told: the page draws each

export class Files {
  /** @type {Map<string, Promise<Bytes>>} */
  #files = new Map()
  #unpacker

  /**
   * Ask for the files of `names`, the one that is needed first before the others; `tell` hears
   * what share of them has arrived.
   * @param {string} site
   * @param {Runtime} runtime
   * @param {string[]} names
   * @param {MessagePort | "here" | undefined} unpacker what unpacks them, if they come packed
   * @param {(share: number) => void} tell
   */
  constructor(site, runtime, names, unpacker, tell) {
    const from = unpacker ? runtime.packed : runtime.plain
    const total = names.reduce((sum, name) => sum + from[name].bytes, 0)
    const step = total / STEPS
    let arrived = 0
    const count = (/** @type {number} */ bytes) => {
      const before = Math.floor(arrived / step)
      arrived += bytes
      if (Math.floor(arrived / step) > before) tell(arrived / total)
    }
    const asked = names.map((name) => take(site, from[name], count))
    const decode = unpacker === "here" ? decoder(new URL(runtime.unpacker, site).href) : undefined
    decode?.catch(() => {})
    this.#unpacker = unpacker === "here" ? undefined : unpacker
    names.forEach((name, index) => {
      const before = Promise.allSettled(asked.slice(0, index))
      const { whole } = from[name]
      const packed = () => Promise.all([asked[index], before]).then(([bytes]) => ({ name, bytes, whole }))
      const file = this.#unpacker
        ? unpack(this.#unpacker, name, packed())
        : decode ? packed().then(async (it) => (await decode)(it)) : asked[index]
      // Who waits for a file hears what is wrong with it; nobody may.
      file.catch(() => {})
      this.#files.set(name, file)
    })
  }

  /** @param {string} name @returns {Promise<Bytes>} */
  async bytes(name) {
    const file = this.#files.get(name)
    if (!file) throw new Error(`${name} was not asked for`)
    return file
  }

  /** Once all have been used: the unpacker takes their room with it, at once. */
  async end() {
    const files = await Promise.all(this.#files.values())
    this.#unpacker?.postMessage(null, files.map((file) => file.buffer))
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

/**
 * @param {MessagePort} unpacker
 * @param {string} name
 * @param {Promise<Packed>} packed once the one before has arrived, too: it is needed earlier
 * @returns {Promise<Bytes>}
 */
function unpack(unpacker, name, packed) {
  return new Promise((resolve, reject) => {
    unpacker.addEventListener("message", ({ data }) => {
      const { name: done, file, error } = /** @type {Unpacked} */ (data)
      if (done !== name) return
      if (file) resolve(file)
      else reject(new Error(error))
    })
    unpacker.start()
    packed.then((it) => unpacker.postMessage(it, [it.bytes.buffer]), reject)
  })
}
