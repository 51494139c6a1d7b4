// @ts-check
// The large files of the runtime: asked for all at once, counted, unpacked one by one elsewhere.

/** @import { Bytes, Packed, Runtime, Sized, Unpacked } from "./types.d.ts" */

const STEPS = 20 // in which a share is told: the page draws each

export class Files {
  /** @type {Map<string, Promise<Bytes | WebAssembly.Module>>} */
  #files = new Map()
  #unpacker

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
    const unpacker = packed ? start(new URL(runtime.unpacker, site)) : undefined
    this.#unpacker = unpacker
    names.forEach((name, index) => {
      const before = Promise.allSettled(asked.slice(0, index))
      const { whole } = from[name]
      const file = unpacker ? unpack(unpacker, name, whole, asked[index], before) : asked[index]
      // Who waits for a file hears what is wrong with it; nobody may.
      file.catch(() => {})
      this.#files.set(name, file)
    })
  }

  /** @param {string} name @returns {Promise<Bytes>} */
  async bytes(name) {
    return /** @type {Bytes} */ (await this.#take(name))
  }

  /** @param {string} name @returns {Promise<WebAssembly.Module>} */
  async module(name) {
    const file = await this.#take(name)
    return file instanceof WebAssembly.Module ? file : WebAssembly.compile(file)
  }

  /** Once all have been used: the unpacker takes their room with it, at once. */
  async end() {
    const files = await Promise.all(this.#files.values())
    const buffers = files.flatMap((file) => (file instanceof Uint8Array ? [file.buffer] : []))
    this.#unpacker?.postMessage(null, buffers)
  }

  /** @param {string} name */
  #take(name) {
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

/** @param {URL} decoder */
function start(decoder) {
  return new Worker(new URL("unpacker.js", import.meta.url), { type: "module", name: decoder.href })
}

/**
 * Unpack after the one before has arrived: it is needed earlier.
 * @param {Worker} unpacker
 * @param {string} name
 * @param {number} whole
 * @param {Promise<Bytes>} asked
 * @param {Promise<unknown>} before
 * @returns {Promise<Bytes | WebAssembly.Module>}
 */
function unpack(unpacker, name, whole, asked, before) {
  return new Promise((resolve, reject) => {
    unpacker.addEventListener("error", () => reject(new Error("the unpacker does not run")))
    unpacker.addEventListener("message", ({ data }) => {
      const { name: done, file, error } = /** @type {Unpacked} */ (data)
      if (done !== name) return
      if (file) resolve(file)
      else reject(new Error(error))
    })
    const post = (/** @type {Packed} */ packed) => {
      unpacker.postMessage(packed, [packed.bytes.buffer])
    }
    Promise.all([asked, before]).then(([bytes]) => post({ name, bytes, whole }), reject)
  })
}
