// The baseline: the same page, its worker loading the pyodide package in the ordinary way.
const reply = (reply) => postMessage(reply)
let view

addEventListener("message", async ({ data: request }) => {
  if (request.kind === "boot") {
    view = boot(request.site)
    return
  }
  reply({ kind: "answer", id: request.id, answer: (await view)(request.question) })
})

async function boot(site) {
  const { loadPyodide } = await import(`${site}assets/stock/pyodide.mjs`)
  const [python, archive] = await Promise.all([
    loadPyodide({ indexURL: `${site}assets/stock/` }),
    fetch(`${site}assets/stock/calculators.zip`).then((response) => response.arrayBuffer()),
  ])
  python.unpackArchive(archive, "zip")
  const { answer } = python.pyimport("calculators.kit.view")
  reply({ kind: "stage", stage: "ready" })
  return answer
}
