// @ts-check
// The one script of ours that a page names. What makes a text more than a text comes once the
// page is painted and has nothing else to do.

const idle = window.requestIdleCallback ?? setTimeout

/** @param {unknown} error */
function missing(error) {
  console.warn("calculators: their scripts did not come:", error)
  dispatchEvent(new Event("calculators-missing"))
}

/** Without them the page is read all the same, but keeps no tick. @param {unknown} error */
function unread(error) {
  console.warn("reading: its scripts did not come:", error)
  document.documentElement.setAttribute("data-missing", "")
}

function bring() {
  import("./layout.js").then(({ start }) => start()).catch(console.warn)
  import("./reading/main.js").catch(unread)
  import("./calculators/main.js").catch(missing)
  if (document.querySelector("script[data-offline]")) import("./offline/main.js").catch(console.warn)
}

if (document.readyState === "complete") idle(bring)
else addEventListener("load", () => idle(bring), { once: true })
