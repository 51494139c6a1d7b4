// @ts-check
// Boots Pyodide with the calculators and passes questions to calculators.kit.view.

import { Image } from "./memory.js"
import { Packed } from "./packed.js"

/** @import { Question, Reply, Runtime, Way } from "./types.d.ts" */

const WASM = "pyodide.asm.wasm"
const SCRIPT = "pyodide.asm.js"
const LIBRARY = "python.zip"
const MEMORY = "memory.bin"

/** @param {Reply} reply */
const reply = (reply) => postMessage(reply)

/** @type {Promise<(question: string) => string> | undefined} */
let view

addEventListener("message", async (event) => {
  const request = /** @type {Question} */ (event.data)
  try {
    if (request.kind === "boot") {
      view = boot(request.site, request.runtime, request.way)
      await view
      return
    }
    if (!view) throw new Error("asked before boot")
    const answer = (await view)(request.question)
    reply({ kind: "answer", id: request.id, answer })
  } catch (error) {
    reply({ kind: "error", message: String(error) })
  }
})

/**
 * @param {string} site
 * @param {Runtime} runtime
 * @param {Way} way
 * @returns {Promise<(question: string) => string>}
 */
async function boot(site, runtime, way) {
  const tell = (/** @type {number} */ share) => reply({ kind: "stage", stage: "load", share })
  tell(0)
  const restored = way === "memory"
  const names = [WASM, SCRIPT, restored ? MEMORY : LIBRARY]
  const files = await Packed.ask(site, runtime, names, way !== "plain", tell)
  const pyodide = new URL(runtime.pyodide, site).href
  const [module, image, library, { loadPyodide }] = await Promise.all([
    WebAssembly.compileStreaming(files.response(WASM)),
    restored ? files.response(MEMORY).then((it) => Image.read(it, runtime.memory)) : undefined,
    restored ? new Blob() : files.blob(LIBRARY),
    import(`${pyodide}pyodide.mjs`),
    files.blob(SCRIPT).then(run),
  ])
  reply({ kind: "stage", stage: "start" })
  instantiate(module, image)
  const python = await loadPyodide({
    indexURL: pyodide,
    stdLibURL: URL.createObjectURL(library),
    lockFileContents: runtime.lock,
    ...(image && { _loadSnapshot: image.bytes }),
  })
  const { answer, form } = python.pyimport("calculators.kit.view")
  form.destroy()
  reply({ kind: "stage", stage: "ready" })
  return answer
}

/** Run a classic script. @param {Blob} source */
async function run(source) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
  await import(address)
  URL.revokeObjectURL(address)
}

/**
 * Let Pyodide, which would fetch the module by itself, have the one that is there.
 * @param {WebAssembly.Module} module
 * @param {Image | undefined} image
 */
function instantiate(module, image) {
  const { fetch } = self
  self.fetch = (request, options) =>
    String(request).endsWith(WASM) ? Promise.resolve(new Response()) : fetch(request, options)
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    const instance = await WebAssembly.instantiate(module, imports)
    const { memory } = /** @type {{ memory: WebAssembly.Memory }} */ (imports.env)
    image?.complete(new Uint8Array(memory.buffer))
    return { instance, module }
  }
}
