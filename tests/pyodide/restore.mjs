// Restores a small memory as Pyodide does, once a module has set itself up in it, and prints
// "the same" if it is what was kept, byte for byte: node restore.mjs
import { difference } from "../../bundle/pyodide/difference.mjs"
import { Memory } from "../../docs/assets/calculators/memory.js"

const HEAD = 64
const memory = new WebAssembly.Memory({ initial: 1 })
const bytes = new Uint8Array(memory.buffer)
// What the module fills: two pages and a part of a third.
for (let at = 0; at < 2500; at++) bytes[at] = at % 251
const initial = bytes.slice()

// What was kept: a change in the first page, nothing in the second and third, a page far above.
const kept = new Uint8Array(HEAD + bytes.length)
kept.set(initial, HEAD)
kept[HEAD + 10] ^= 0xff
kept.fill(7, HEAD + 40_000, HEAD + 41_000)
new Uint32Array(kept.buffer)[1] = HEAD

const file = new Uint8Array(difference(kept, initial))
const digest = Buffer.from(await crypto.subtle.digest("SHA-256", file)).toString("hex")
const snapshot = new Uint8Array(kept.length)
;(await Memory.read(file, digest)).lend(snapshot, memory)
// What the module writes when it sets itself up: where there is a change and where there is none,
// in what it fills and above.
for (const at of [5, 10, 1500, 2600, 30_000, 40_500, 65_535]) bytes[at] = 99
bytes.set(snapshot.subarray(HEAD))

const same = (one, other) => one.length === other.length && one.every((it, at) => it === other[at])
const head = same(snapshot.subarray(0, HEAD), kept.subarray(0, HEAD))
console.log(head && same(bytes, kept.subarray(HEAD)) ? "the same" : "another")
