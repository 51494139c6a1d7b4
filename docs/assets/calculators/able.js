// @ts-check
// Whether this browser can compute at all: the README says since when each can.

// A module of WebAssembly that may throw, as Pyodide is: nothing but a tag of an exception.
const THROWING = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 13, 3, 1, 0, 0]

/** Not where WebAssembly is forbidden, either. */
export function able() {
  let modular = false
  try {
    new WebAssembly.Module(new Uint8Array(THROWING))
    // A browser whose workers may be modules asks for the type before it makes one.
    const options = { get type() { modular = true; throw new Error("enough") } }
    new Worker(import.meta.url, /** @type {any} */ (options)).terminate()
  } catch {}
  return modular
}
