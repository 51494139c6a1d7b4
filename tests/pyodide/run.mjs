// Answers questions in Pyodide under Node: node run.mjs PYODIDE LOCK < questions.json
import { readFileSync } from "node:fs"
import { dirname } from "node:path"
import { pathToFileURL } from "node:url"

const [pyodideFolder, lock] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`).href)
const python = await loadPyodide({
  indexURL: `${pyodideFolder}/`,
  lockFileURL: lock,
  packageBaseUrl: `${dirname(lock)}/`,
  packages: ["calculators"],
  stdout: () => {},
})
const answer = python.runPython(`
import json
import sys
from calculators.kit import plainjson, read, view

def answer(question):
    asked = json.loads(question)
    try:
        numbers = view.numbers(asked["calculator"], asked["raw"])
    except read.BadInputError as bad:
        numbers = {"errors": bad.errors}
    return plainjson.dumps({"numbers": numbers, "view": json.loads(view.answer(question)),
                            "python": sys.version_info[:2]})
answer
`)
const questions = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(questions.map((question) => answer(JSON.stringify(question)))))
