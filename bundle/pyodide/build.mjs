// Makes what a browser starts Python from: node build.mjs PYODIDE CALCULATORS.zip TARGET
// writes TARGET/python.zip, the library and the calculators as byte code; TARGET/memory.bin,
// what changes in the memory from its first state to that of a Python that has run every
// calculator once; and TARGET/takeaway.zip, what this Python imports to take things away.
import nodeCrypto from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath, pathToFileURL } from "node:url"
import { difference } from "./difference.mjs"

const [folder, calculators, target] = process.argv.slice(2)
// Python is told the name of its program, which would put where this project stands into memory.
process.argv[1] = "python"
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href)
const source = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8")

function run(python, name) {
  const globals = python.toPy({ __name__: "__main__" })
  python.runPython(source(name), { globals })
  globals.destroy()
}

/** Everything that a page may ask for, an error on its way to JavaScript, and the end. */
function rehearse(python) {
  run(python, "rehearsal.py")
  // As the worker does.
  const view = python.pyimport("calculators.kit.view")
  const { answer } = view
  answer(JSON.stringify({ calculator: "lost_revenue", raw: {} }))
  for (const proxy of [answer, view]) proxy.destroy()
  try {
    python.runPython("1 / 0")
  } catch (error) {
    if (error.type !== "ZeroDivisionError") throw error
  }
}

const first = await loadPyodide({
  indexURL: `${folder}/`,
  env: { PYTHONPATH: "/early:/early/calculators.zip" },
  fsInit: async (FS) => {
    FS.mkdir("/early")
    FS.writeFile("/early/sitecustomize.py", source("sitecustomize.py"))
    FS.writeFile("/early/calculators.zip", readFileSync(calculators))
  },
})
rehearse(first)
run(first, "taking.py")
run(first, "tidy.py")
run(first, "archive.py")
for (const name of ["python.zip", "takeaway.zip", "rehearsed.zip"]) {
  writeFileSync(`${target}/${name}`, first.FS.readFile(`/${name}`))
}

// What is in the memory must be the same from build to build: a reader keeps it by its name.
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [0]))
  }
  static now = () => 0
}
performance.now = () => 0
// JavaScript would let go of what Python has lent it whenever it likes.
globalThis.FinalizationRegistry = class {
  register() {}
  unregister() {}
}
nodeCrypto.randomFillSync = (bytes) => bytes.fill(0)

/** @type {Uint8Array} the memory as the module itself fills it */
let initial
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (bytes, imports) => {
  const made = await instantiate(bytes, imports)
  if (imports?.env?.memory) initial = new Uint8Array(imports.env.memory.buffer.slice(0))
  return made
}
const second = await loadPyodide({
  indexURL: `${folder}/`,
  stdLibURL: `${target}/rehearsed.zip`,
  _makeSnapshot: true,
})
rehearse(second)
run(second, "tidy.py")
clear(second._module)
writeFileSync(`${target}/memory.bin`, difference(second.makeMemorySnapshot(), initial))

/** Write zeros over all that is free, so that nothing of it is kept. */
function clear(module) {
  const free = []
  // Or else asking for much would grow the memory.
  module._malloc_set_footprint_limit(module._malloc_footprint())
  for (let size = 2 ** 24; size >= 16; ) {
    const address = module._emscripten_builtin_malloc(size)
    if (address) {
      module.HEAPU8.fill(0, address, address + size)
      free.push(address)
    } else size /= 2
  }
  for (const address of free) module._emscripten_builtin_free(address)
  module._malloc_set_footprint_limit(2 ** 32 - 1)
}
