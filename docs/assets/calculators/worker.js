// @ts-check
// Boots Pyodide with the calculators and passes questions to calculators.kit.view.

import { Memory } from "./memory.js"
import { Files } from "./packed.js"
import { drop, inSlices } from "./slices.js"
import { TAKEAWAY, taking } from "./takeaway.js"

/** @import { Work } from "./slices.js" */
/** @import { Boot, Bytes, Question, Reply, Runtime, Way } from "./types.d.ts" */

/** @import { Answer } from "./takeaway.js" */
/** @typedef {{ answer: Answer, decide: (question: string) => Work, take: () => Promise<Answer> }} Door */

const WASM = "pyodide.asm.wasm"
const LIBRARY = "python.zip"
const MEMORY = "memory.bin"
const REHEARSALS = 100 // until nearly all that a press runs is compiled; costs 3 MB
const PAUSE = 15 // ms before each, in which a reader's question goes first

/** @param {Reply} reply */
const reply = (reply) => postMessage(reply)

/** @type {Promise<Door> | undefined} of calculators.kit.view */
let view

addEventListener("message", async (event) => {
  const request = /** @type {Question} */ (event.data)
  try {
    if (request.kind === "boot") {
      view = boot(request)
      await view
      return
    }
    if (!view) throw new Error("asked before boot")
    const { kind, id, question } = request
    const { answer, decide, take } = await view
    if (kind === "ask") drop()
    const ready = () => reply({ kind: "stage", stage: "ready" })
    const found = {
      ask: () => answer(question),
      decide: () => inSlices(() => decide(question), ready),
      take: () => take().then((answer) => answer(question), () => "null"),
    }
    reply({ kind: "answer", id, answer: await found[kind]() })
  } catch (error) {
    reply({ kind: "error", message: String(error) })
  }
})

/**
 * @param {Boot} request
 * @returns {Promise<Door>}
 */
async function boot({ site, runtime, way, rehearsed, unpacker }) {
  const tell = (/** @type {number} */ share) => reply({ kind: "stage", stage: "load", share })
  tell(0)
  const restored = way === "memory"
  const names = [WASM, restored ? MEMORY : LIBRARY]
  const files = new Files(site, runtime, names, unpacker, tell)
  const module = files.bytes(WASM).then(WebAssembly.compile)
  const { sha256, bytes } = runtime.memory
  const memory = restored ? files.bytes(MEMORY).then((it) => Memory.read(it, sha256)) : undefined
  const snapshot = restored ? new Uint8Array(bytes) : undefined
  const library = restored ? new Uint8Array() : files.bytes(LIBRARY)
  const arrived = Promise.all([module, memory, library])
  const letGo = supply(arrived, snapshot)
  const pyodide = new URL(runtime.pyodide, site).href
  const [python] = await Promise.all([
    start(pyodide, runtime.lock, snapshot),
    arrived.then(() => reply({ kind: "stage", stage: "start" })),
  ])
  letGo()
  files.end()
  const { answer, decide } = python.pyimport("calculators.kit.view")
  reply({ kind: "stage", stage: "ready" })
  if (rehearsed.length) rehearse(answer, rehearsed)
  const more = () => (restored ? new Files(site, runtime, [TAKEAWAY], "here", () => {}) : undefined)
  return { answer, decide, take: taking(python, more) }
}

/**
 * Answer what nobody asked: what runs often the browser compiles better, before a reader types.
 * @param {(question: string) => string} answer
 * @param {string[]} questions
 */
function rehearse(answer, questions) {
  let turn = 0
  const next = () => {
    answer(questions[turn % questions.length])
    if (++turn < REHEARSALS) setTimeout(next, PAUSE)
  }
  setTimeout(next, PAUSE)
}

/**
 * Start Pyodide; it goes as far as it gets before its files arrive.
 * @param {string} pyodide
 * @param {object} lock
 * @param {Uint8Array | undefined} snapshot
 */
async function start(pyodide, lock, snapshot) {
  const [{ loadPyodide }] = await Promise.all([
    import(`${pyodide}pyodide.mjs`),
    // By its address, unlike what is packed: the browser keeps it compiled.
    import(`${pyodide}pyodide.asm.js`),
  ])
  return loadPyodide({
    indexURL: pyodide,
    stdLibURL: LIBRARY,
    lockFileContents: lock,
    ...(snapshot && { _loadSnapshot: snapshot }),
  })
}

/**
 * Let Pyodide, which would fetch its files by itself, have those that arrive; returns what lets go
 * of them.
 * @param {Promise<[WebAssembly.Module, Memory | undefined, Bytes]>} arrived
 * @param {Uint8Array | undefined} snapshot
 */
function supply(arrived, snapshot) {
  const { fetch } = self
  const { instantiateStreaming } = WebAssembly
  self.fetch = async (request, options) => {
    const url = String(request)
    if (url.endsWith(WASM)) return new Response()
    return url.endsWith(LIBRARY) ? new Response((await arrived)[2]) : fetch(request, options)
  }
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    const [module, memory] = await arrived
    const instance = await WebAssembly.instantiate(module, imports)
    const filled = /** @type {{ memory: WebAssembly.Memory }} */ (imports.env).memory
    if (snapshot) memory?.lend(snapshot, filled)
    return { instance, module }
  }
  return () => {
    self.fetch = fetch
    WebAssembly.instantiateStreaming = instantiateStreaming
  }
}
