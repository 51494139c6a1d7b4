// @ts-check
// The memory of a Python that has run every calculator: bundle/pyodide/difference.mjs wrote it.

const PAGE = 1024

export class Image {
  /** What Pyodide takes for a snapshot; right once `complete` has been called. */
  bytes
  #head
  #numbers
  #pages

  /**
   * From what has arrived. Rejects unless its SHA-256 is `expected`: Pyodide would restore
   * anything, and compute wrong.
   * @param {Response} response
   * @param {string} expected in hexadecimal digits
   */
  static async read(response, expected) {
    const difference = await response.arrayBuffer()
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", difference))
    const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
    if (found !== expected) throw new Error(`the memory has the SHA-256 ${found}`)
    return new Image(difference)
  }

  /** @param {ArrayBuffer} difference */
  constructor(difference) {
    const [length, head, count] = new Uint32Array(difference, 0, 3)
    const numbers = 12 + head
    const pages = numbers + 4 * count
    this.bytes = new Uint8Array(length)
    this.bytes.set(new Uint8Array(difference, 12, head))
    this.#head = head
    this.#numbers = new Uint32Array(difference, numbers, count)
    this.#pages = new Uint32Array(difference, pages, (count * PAGE) / 4)
  }

  /** @param {Uint8Array} initial memory, as the module itself has filled it */
  complete(initial) {
    this.bytes.set(initial.subarray(0, this.bytes.length - this.#head), this.#head)
    const words = new Uint32Array(this.bytes.buffer, this.#head)
    const size = PAGE / 4
    this.#numbers.forEach((number, index) => {
      const [to, from] = [number * size, index * size]
      for (let word = 0; word < size; word++) words[to + word] ^= this.#pages[from + word]
    })
  }
}
