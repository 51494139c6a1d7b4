// @ts-check
// The large files of the runtime: asked for all at once, counted, unpacked on their way.

/** @import { Runtime } from "./types.d.ts" */

/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm", zip: "application/zip" }

export class Packed {
  /** @type {Map<string, Promise<Response>>} */
  #asked = new Map()

  /**
   * Ask for the files of `names`; `tell` hears what share of them has arrived.
   * @param {string} site
   * @param {Runtime} runtime
   * @param {string[]} names
   * @param {boolean} packed
   * @param {(share: number) => void} tell
   */
  static async ask(site, runtime, names, packed, tell) {
    const files = new Packed()
    const from = packed ? runtime.packed : runtime.plain
    const total = names.reduce((sum, name) => sum + from[name].bytes, 0)
    let arrived = 0
    const count = (/** @type {number} */ bytes) => tell(Math.min(1, (arrived += bytes) / total))
    const responses = names.map((name) => fetch(new URL(from[name].path, site)))
    for (const response of responses) response.catch(() => {})
    const { Decompress } = packed ? await import(new URL(runtime.unpacker, site).href) : {}
    names.forEach((name, index) => {
      files.#asked.set(name, open(responses[index], name, count, Decompress))
    })
    return files
  }

  /** @param {string} name @returns {Promise<Response>} */
  response(name) {
    return this.#asked.get(name) ?? Promise.reject(new Error(`${name} was not asked for`))
  }

  /** @param {string} name */
  async blob(name) {
    return (await this.response(name)).blob()
  }
}

/**
 * @param {Promise<Response>} asked
 * @param {string} name
 * @param {(bytes: number) => void} count
 * @param {any} Decompress
 */
async function open(asked, name, count, Decompress) {
  const response = await asked
  if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status}`)
  const unpacker = Decompress && unpacking(Decompress)
  const counting = new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength)
      controller.enqueue(chunk)
    },
  })
  const counted = response.body.pipeThrough(counting)
  const body = unpacker ? counted.pipeThrough(unpacker) : counted
  const type = TYPES[name.replace(/.*\./, "")] ?? "application/octet-stream"
  return new Response(body, { headers: { "Content-Type": type } })
}

/** @param {any} Decompress of fzstd @returns {TransformStream<Uint8Array, Uint8Array>} */
function unpacking(Decompress) {
  /** @type {any} */
  let unpacker
  return new TransformStream({
    start(controller) {
      unpacker = new Decompress((/** @type {Uint8Array} */ chunk) => controller.enqueue(chunk))
    },
    transform(chunk) {
      unpacker.push(chunk)
    },
    flush() {
      unpacker.push(new Uint8Array(), true)
    },
  })
}
