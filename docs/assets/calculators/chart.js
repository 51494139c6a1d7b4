// @ts-check
// Redraws a chart with vega-embed, which is loaded when a chart first has to change.

import { load } from "./library.js"
import { runtime } from "./runtime.js"

/**
 * Draw `chart` in every drawing of the figure, each at its own width.
 * @param {HTMLElement} figure
 * @param {{ spec: string, digest: string }} chart
 */
export async function draw(figure, chart) {
  if (figure.dataset.chart === chart.digest) return
  figure.dataset.chart = chart.digest
  try {
    // One after the other: each builds on the last.
    for (const script of runtime.charts) await load(script)
  } catch (error) {
    figure.dataset.chart = ""
    throw error
  }
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
