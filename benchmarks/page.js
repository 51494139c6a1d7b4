// Runs in the page before its own scripts: asks as a reader does, and takes the times.
window.measured = { shift: 0, blocked: 0, longest: 0, ours: 0, paint: 0 }
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) measured.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    measured.blocked += Math.max(0, duration - 50)
    measured.longest = Math.max(measured.longest, duration)
  }
}).observe({ type: "longtask", buffered: true })
// Which script a long task was of; of ours here, those of the calculators and of the pages.
new PerformanceObserver((list) => {
  for (const { scripts } of list.getEntries()) {
    for (const { sourceURL, duration } of scripts) {
      const ours = /assets\/(calculators|reading|offline)\//.test(sourceURL)
      if (ours) measured.ours = Math.max(measured.ours, duration)
    }
  }
}).observe({ type: "long-animation-frame", buffered: true })
new PerformanceObserver((list) => {
  measured.paint = list.getEntries().at(-1).startTime
}).observe({ type: "largest-contentful-paint", buffered: true })

/** When what is shown belongs to what is typed. */
window.current = (root) =>
  new Promise((resolve) => {
    const seen = () => root.hasAttribute("data-stale") || resolve(performance.now())
    new MutationObserver(seen).observe(root, { attributes: true })
    seen()
  })

/** Milliseconds from a key press in `input` to the answer in the page, and to its painting. */
window.press = async (input, text) => {
  const root = input.closest("[data-calculator]")
  const pressed = performance.now()
  input.value = text
  input.dispatchEvent(new Event("input", { bubbles: true }))
  const shown = (await current(root)) - pressed
  await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve))
  return [shown, performance.now() - pressed]
}

/** Type into `name`; milliseconds from navigation to that, and to its answer. */
window.ask = async (name) => {
  const root = document.querySelector(`[data-calculator=${name}]`)
  const input = root.querySelector("input")
  input.value = "2000"
  const asked = performance.now()
  input.dispatchEvent(new Event("input", { bubbles: true }))
  return [asked, await current(root)]
}

// After the page's own scripts, which wait for the same event.
document.addEventListener("DOMContentLoaded", () => {
  if (NAME) window.first = new Promise((resolve) => setTimeout(() => resolve(ask(NAME))))
})

/** How many files the site keeps here for the next visit. */
window.entries = async () => {
  let count = 0
  for (const name of await caches.keys()) {
    count += (await (await caches.open(name)).keys()).length
  }
  return count
}
