// Answers questions in Pyodide under Node, started from what the browser is given:
// node run.mjs PYODIDE PYTHON (library | memory) < questions.json
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { Image } from "../../docs/assets/calculators/memory.js"

const [pyodide, folder, way] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href)

/** @type {Image | undefined} */
let image
if (way === "memory") {
  const file = readFileSync(`${folder}/memory.bin`)
  const digest = await crypto.subtle.digest("SHA-256", file)
  image = await Image.read(new Response(file), Buffer.from(digest).toString("hex"))
  const { instantiate } = WebAssembly
  WebAssembly.instantiate = async (bytes, imports) => {
    const made = await instantiate(bytes, imports)
    const memory = imports?.env?.memory
    if (memory) image.complete(new Uint8Array(memory.buffer))
    return made
  }
}
const python = await loadPyodide({
  indexURL: `${pyodide}/`,
  // Restored, Python finds nothing left to import.
  ...(image ? { stdLibURL: "/dev/null" } : { stdLibURL: `${folder}/python.zip` }),
  ...(image && { _loadSnapshot: image.bytes }),
  stdout: () => {},
})
const { answer } = python.pyimport("calculators.kit.view")
const questions = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(questions.map((question) => answer(JSON.stringify(question)))))
