// Runs compile_wheel.py in Pyodide: node compile.mjs SCRIPT PYODIDE IN.whl OUT.whl
import { readFileSync, writeFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [script, pyodideFolder, source, target] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`).href)
const pyodide = await loadPyodide({ indexURL: `${pyodideFolder}/` })
pyodide.FS.writeFile("/in.whl", readFileSync(source))
pyodide.runPython(readFileSync(script, "utf8"))
writeFileSync(target, pyodide.FS.readFile("/out.whl"))
