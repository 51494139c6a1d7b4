// @ts-check
// The memory of a Python that has run every calculator: bundle/pyodide/difference.mjs wrote it.

/** @import { Bytes } from "./types.d.ts" */

const PAGE = 1024

export class Memory {
  #length
  #head
  #numbers
  #pages

  /**
   * From what has arrived. Rejects unless its SHA-256 is `expected`: Pyodide would restore
   * anything, and compute wrong.
   * @param {Bytes} difference
   * @param {string} expected in hexadecimal digits
   */
  static async read(difference, expected) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", difference))
    const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
    if (found !== expected) throw new Error(`the memory has the SHA-256 ${found}`)
    return new Memory(difference.buffer)
  }

  /** @param {ArrayBuffer} difference */
  constructor(difference) {
    const [length, head, count] = new Uint32Array(difference, 0, 3)
    const numbers = 12 + head
    const pages = numbers + 4 * count
    this.#length = length
    this.#head = new Uint8Array(difference, 12, head)
    this.#numbers = new Uint32Array(difference, numbers, count)
    this.#pages = new Uint32Array(difference, pages, (count * PAGE) / 4)
  }

  /**
   * Make `snapshot`, empty so far, what Pyodide restores.
   * @param {Uint8Array} snapshot
   * @param {Uint8Array} initial memory, as the module itself has filled it
   */
  complete(snapshot, initial) {
    if (snapshot.length !== this.#length) throw new Error(`the memory takes ${this.#length} bytes`)
    const head = this.#head.length
    snapshot.set(this.#head)
    snapshot.set(initial.subarray(0, snapshot.length - head), head)
    const words = new Uint32Array(snapshot.buffer, head)
    const size = PAGE / 4
    this.#numbers.forEach((number, index) => {
      const [to, from] = [number * size, index * size]
      for (let word = 0; word < size; word++) words[to + word] ^= this.#pages[from + word]
    })
  }
}
