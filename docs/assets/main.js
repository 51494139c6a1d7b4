// @ts-check
// The one script of ours that a page names. What makes a text more than a text comes once the
// page is painted and has nothing else to do.

const idle = window.requestIdleCallback ?? setTimeout

/** @param {unknown} error */
function missing(error) {
  console.warn("calculators: their scripts did not come:", error)
  dispatchEvent(new Event("calculators-missing"))
}

function bring() {
  import("./layout.js").then(({ start }) => start()).catch(reportError)
  import("./reading/main.js").catch(reportError)
  import("./calculators/main.js").catch(missing)
  if (document.querySelector("script[data-offline]")) import("./offline/main.js").catch(reportError)
}

if (document.readyState === "complete") idle(bring)
else addEventListener("load", () => idle(bring), { once: true })
