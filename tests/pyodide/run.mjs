// Answers questions in Pyodide under Node, started from what the browser is given:
// node run.mjs PYODIDE PYTHON (library | memory) < questions.json
import { readFileSync } from "node:fs"
import { text } from "node:stream/consumers"
import { pathToFileURL } from "node:url"
import { Memory } from "../../docs/assets/calculators/memory.js"
import { TAKEAWAY, taking } from "../../docs/assets/calculators/takeaway.js"

const [pyodide, folder, way] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href)

/** @type {Uint8Array | undefined} */
let snapshot
if (way === "memory") {
  const file = readFileSync(`${folder}/memory.bin`)
  const digest = await crypto.subtle.digest("SHA-256", file)
  const stored = await Memory.read(new Uint8Array(file), Buffer.from(digest).toString("hex"))
  const restored = new Uint8Array(file.readUInt32LE(0))
  snapshot = restored
  const { instantiate } = WebAssembly
  WebAssembly.instantiate = async (bytes, imports) => {
    const made = await instantiate(bytes, imports)
    const memory = imports?.env?.memory
    if (memory) stored.lend(restored, memory)
    return made
  }
}
const python = await loadPyodide({
  indexURL: `${pyodide}/`,
  // Restored, Python finds nothing left to import.
  ...(snapshot ? { stdLibURL: "/dev/null" } : { stdLibURL: `${folder}/python.zip` }),
  ...(snapshot && { _loadSnapshot: snapshot }),
  stdout: () => {},
})
const { answer } = python.pyimport("calculators.kit.view")
const files = { bytes: async () => readFileSync(`${folder}/${TAKEAWAY}`), end() {} }
const take = taking(python, () => (snapshot ? files : undefined))
/** @type {string[]} */
const answers = []
for (const question of JSON.parse(await text(process.stdin))) {
  const late = ["file", "plan", "report"].some((name) => name in question)
  const asked = late ? await take() : answer
  answers.push(asked(JSON.stringify(question)))
}
console.log(JSON.stringify(answers))
