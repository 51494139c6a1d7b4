// @ts-check
// Boots Pyodide with the calculators and passes questions to calculators.kit.view.

/** @import { Question, Reply } from "./types.d.ts" */

/** @param {Reply} reply */
const reply = (reply) => postMessage(reply)

/** @type {Promise<(question: string) => string> | undefined} */
let view

addEventListener("message", async (event) => {
  const request = /** @type {Question} */ (event.data)
  try {
    if (request.kind === "boot") {
      view = boot(request.runtime)
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
 * @param {{ pyodide: string, lock: string }} runtime
 * @returns {Promise<(question: string) => string>}
 */
async function boot({ pyodide, lock }) {
  reply({ kind: "stage", stage: "load", bytes: 0 })
  countBytes()
  const { loadPyodide } = await import(`${pyodide}pyodide.mjs`)
  const python = await loadPyodide({
    indexURL: pyodide,
    lockFileURL: lock,
    packages: ["calculators"],
  })
  reply({ kind: "stage", stage: "start" })
  const { answer, form } = python.pyimport("calculators.kit.view")
  form.destroy()
  reply({ kind: "stage", stage: "ready" })
  return answer
}

/** Report how much has arrived of all that Pyodide fetches. */
function countBytes() {
  const fetch = self.fetch
  let bytes = 0
  self.fetch = async (...request) => {
    const response = await fetch(...request)
    if (!response.ok || !response.body) return response
    const counted = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          bytes += chunk.byteLength
          reply({ kind: "stage", stage: "load", bytes })
          controller.enqueue(chunk)
        },
      }),
    )
    const { status, headers } = response
    const copy = new Response(counted, { status, headers })
    // Pyodide resolves what it loads against the response's address.
    Object.defineProperty(copy, "url", { value: response.url })
    return copy
  }
}
