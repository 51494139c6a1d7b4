// @ts-check
// The one script that an embedded calculator names: all else of a page is a chapter's.

import("../calculators/main.js").catch((error) => {
  console.warn("calculators: their scripts did not come:", error)
  dispatchEvent(new Event("calculators-missing"))
})
