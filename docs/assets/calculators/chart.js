// @ts-check
// Redraws a chart with vega-embed, which is loaded when a chart first has to change.

import { load } from "./library.js"
import { runtime } from "./runtime.js"

const LIBRARIES = ["vega", "vegaLite", "vegaEmbed"] // what the scripts for charts define, in their order

/**
 * Draw `chart` in every drawing of the figure, each at its own width.
 * @param {HTMLElement} figure
 * @param {{ spec: string, digest: string }} chart
 */
export async function draw(figure, chart) {
  if (figure.dataset.chart === chart.digest) return
  figure.dataset.chart = chart.digest
  // What is drawn belongs to other numbers until it is drawn anew.
  figure.setAttribute("data-stale", "")
  try {
    // One after the other: each builds on the last.
    for (const [at, script] of runtime.charts.entries()) await load(script, LIBRARIES[at])
    await redraw(figure, chart)
    if (figure.dataset.chart === chart.digest) figure.removeAttribute("data-stale")
  } catch (error) {
    console.warn("calculators: no chart:", error)
    if (figure.dataset.chart !== chart.digest) return
    figure.dataset.chart = "" // so that the next change tries again
    figure.setAttribute("data-stale", "undrawn")
  }
}

/** @param {HTMLElement} figure @param {{ spec: string, digest: string }} chart */
async function redraw(figure, chart) {
  for (const place of figure.querySelectorAll("[data-width]")) {
    const width = Number(place.getAttribute("data-width"))
    // Drawn aside and moved in whole, so that the page never jumps.
    const aside = document.createElement("div")
    const { vegaEmbed } = /** @type {any} */ (window)
    const { view } = await vegaEmbed(aside, { ...JSON.parse(chart.spec), width }, {
      actions: false,
      ast: true, // the policy lets nothing make code of a text: expressions are interpreted
      defaultStyle: false,
      renderer: "svg",
      tooltip: false,
    })
    const drawing = aside.querySelector("svg")
    if (figure.dataset.chart === chart.digest && drawing) place.replaceChildren(drawing)
    view.finalize()
  }
}
