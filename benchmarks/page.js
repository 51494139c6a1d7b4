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

const LONGEST = 120000 // ms

/** The time when `root` or what is in it first changes into `state`; never is an error. */
const became = (root, state) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${root.id}: waited in vain for ${state}`)), LONGEST)
    const seen = () => state() && resolve(performance.now())
    new MutationObserver(seen).observe(root, { attributes: true, subtree: true })
    seen()
  })

/** When what is shown belongs to what is typed. */
window.current = (root) => became(root, () => !root.hasAttribute("data-stale"))

const FRAME = 1000 / 60

/**
 * Milliseconds from a key press in `input` to the answer in the page and to its painting, and
 * whether that was in the frame after the answer, over before another could begin.
 */
window.press = async (input, text) => {
  const root = input.closest("[data-calculator]")
  const pressed = performance.now()
  input.value = text
  input.dispatchEvent(new Event("input", { bubbles: true }))
  const shown = await current(root)
  const began = await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve))
  const painted = performance.now()
  const next = began - shown <= FRAME && painted - began <= FRAME
  return [shown - pressed, painted - pressed, next]
}

/** Type into `name`; milliseconds from navigation to the page's asking for Python, and to its answer. */
window.ask = async (name) => {
  const root = document.querySelector(`[data-calculator=${name}]`)
  const input = root.querySelector("input")
  root.scrollIntoView()
  input.value = "2000"
  input.dispatchEvent(new Event("input", { bubbles: true }))
  const asked = await became(root, () => root.querySelector("[data-stage=load]:not([hidden])"))
  return [asked, await current(root)]
}

// As soon as there is something to type into; Material's script has the event sent once more.
const begin = () => {
  if (NAME) window.first = ask(NAME)
}
document.addEventListener("DOMContentLoaded", begin, { once: true })

/** How many files the site keeps here for the next visit. */
window.entries = async () => {
  let count = 0
  for (const name of await caches.keys()) {
    count += (await (await caches.open(name)).keys()).length
  }
  return count
}
