// @ts-check
// Runs before anything of the page is laid out.
{
  // A page opened at its top is laid out a piece at a time: layout.js.
  const [visit] = performance.getEntriesByType("navigation")
  const { type } = /** @type {PerformanceNavigationTiming} */ (visit ?? {})
  if (!location.hash && type === "navigate") document.documentElement.setAttribute("data-fresh", "")
  // Numbers for a calculator: Material's script puts the heading in sight in place of them.
  if (location.hash.includes("?")) document.documentElement.dataset.link = location.hash
  // Material's script does this to each link, which styles and lays out the page anew; of what is
  // absolute already it keeps its hands off.
  for (const link of document.head.querySelectorAll("link")) link.href = String(link.href)
}
