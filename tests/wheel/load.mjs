// Runs a script in stock Pyodide under Node with a wheel of the site: by its own address, or by
// its name where the site's lock is Pyodide's: node load.mjs PYODIDE SCRIPT FOLDER (WHEEL | LOCK)
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const [pyodide, script, folder, file] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href)
const locked = file.endsWith(".json")
// Under Node alone a lock is not fetched, and what it names is kept.
const packageCacheDir = mkdtempSync(join(tmpdir(), "pyodide-"))
const python = await loadPyodide({
  indexURL: `${pyodide}/`,
  ...(locked && {
    lockFileContents: (await fetch(folder + file)).text(),
    packageBaseUrl: folder,
    packageCacheDir,
  }),
})
const source = readFileSync(script, "utf8")
const quiet = { messageCallback: () => {} }
if (locked) await python.loadPackagesFromImports(source, quiet)
else await python.loadPackage(folder + file, quiet)
python.runPython(source)
rmSync(packageCacheDir, { recursive: true })
