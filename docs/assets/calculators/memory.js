// @ts-check
// The memory of a Python that has run every calculator: bundle/pyodide/difference.mjs wrote it.

/** @import { Bytes } from "./types.d.ts" */

const PAGE = 1024

export class Memory {
  #length
  #filled
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
    const [length, filled, head, count] = new Uint32Array(difference, 0, 4)
    const numbers = 16 + head
    const pages = numbers + 4 * count
    this.#length = length
    this.#filled = filled
    this.#head = new Uint8Array(difference, 16, head)
    this.#numbers = new Uint32Array(difference, numbers, count)
    this.#pages = new Uint32Array(difference, pages, (count * PAGE) / 4)
  }

  /**
   * Make `snapshot`, empty so far, what Pyodide restores `memory` from, which holds now what the
   * module has filled it with. Only the head of the snapshot is written: the rest, which Pyodide
   * copies once the module has set itself up, is made in place. A second memory would take as much
   * room, and copying it would take up what of the first is never used.
   * @param {Uint8Array} snapshot
   * @param {WebAssembly.Memory} memory
   */
  lend(snapshot, memory) {
    const head = this.#head.length
    if (snapshot.length !== this.#length || memory.buffer.byteLength !== this.#length - head) {
      throw new Error(`the memory takes ${this.#length} bytes`)
    }
    snapshot.set(this.#head)
    const initial = new Uint8Array(memory.buffer).slice(0, this.#filled)
    snapshot.subarray = (from, to) => {
      if (from !== head) return Uint8Array.prototype.subarray.call(snapshot, from, to)
      this.#restore(memory.buffer, initial)
      // Its room is free now, not at some collection, which at rest may never come.
      initial.buffer.transfer?.(0)
      return new Uint8Array()
    }
  }

  /** @param {ArrayBuffer} buffer @param {Uint8Array} initial */
  #restore(buffer, initial) {
    const words = new Uint32Array(buffer)
    new Uint8Array(buffer).set(initial)
    // Looked at before it is written to: what is never written to takes no room.
    for (let word = initial.length / 4; word < words.length; word++) {
      if (words[word]) words[word] = 0
    }
    const size = PAGE / 4
    this.#numbers.forEach((number, index) => {
      const [to, from] = [number * size, index * size]
      for (let word = 0; word < size; word++) words[to + word] ^= this.#pages[from + word]
    })
  }
}
