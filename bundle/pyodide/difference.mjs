// The form in which a snapshot of the memory travels; docs/assets/calculators/memory.js reads it.
//
// Four numbers of 32 bits: how long the snapshot is, how much of the memory the module itself
// fills, how long the snapshot's head is, how many pages follow; then the head, the number of
// each page, and each page of 1024 bytes, XOR the memory as the module itself fills it. Pages
// that are the same there are left out.
const PAGE = 1024

/**
 * @param {Uint8Array} snapshot by `makeMemorySnapshot`
 * @param {Uint8Array} initial memory
 */
export function difference(snapshot, initial) {
  const head = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1]
  const memory = snapshot.slice(head)
  initial.forEach((byte, index) => (memory[index] ^= byte))
  const words = new Uint32Array(memory.buffer)
  const pages = []
  for (let page = 0; page < memory.length / PAGE; page++) {
    const at = (page * PAGE) / 4
    if (words.subarray(at, at + PAGE / 4).some((word) => word)) pages.push(page)
  }
  const last = initial.findLastIndex((byte) => byte)
  const filled = Math.ceil((last + 1) / PAGE) * PAGE
  const parts = [
    new Uint8Array(new Uint32Array([snapshot.length, filled, head, pages.length]).buffer),
    snapshot.subarray(0, head),
    new Uint8Array(new Uint32Array(pages).buffer),
    ...pages.map((page) => memory.subarray(page * PAGE, (page + 1) * PAGE)),
  ]
  return Buffer.concat(parts)
}
