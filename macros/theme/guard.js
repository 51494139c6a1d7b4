// @ts-check
// Stands in every page, so that it works whatever does not come: where the calculators' scripts
// are missing it says so, instead of leaving an old answer under new numbers.
{
  const PATIENCE = 10_000 // ms after the first change, for scripts that are only slow
  const main = /assets\/(embed\/)?main\.js$/
  const kept = `typed ${location.pathname}`
  let missing = false

  /** @returns {NodeListOf<HTMLElement>} the calculators that no script has taken over */
  const idle = () => document.querySelectorAll("[data-calculator]:not([data-live])")

  /** @returns {NodeListOf<HTMLInputElement>} */
  const controls = () => document.querySelectorAll("[data-calculator] :is(input, select, textarea)")

  const say = () => {
    if (document.documentElement.hasAttribute("data-old")) return // said already: calculator.css
    missing = true
    for (const root of idle()) {
      for (const line of root.querySelectorAll("[data-stage]")) {
        line.toggleAttribute("hidden", line.getAttribute("data-stage") !== "missing")
      }
    }
  }

  /** @param {Element} root whose answer belongs to other numbers now */
  const changed = (root) => {
    for (const sign of ["data-stale", "data-late"]) root.setAttribute(sign, "")
    if (missing) say()
    else setTimeout(() => root.matches(":not([data-live])") && say(), PATIENCE)
  }

  addEventListener("calculators-missing", say)
  // A file that is not there has a target, one that cannot be read a name.
  const failed = (/** @type {any} */ { target, filename }) => {
    if (main.test(target?.src ?? filename)) say()
  }
  addEventListener("error", failed, true)
  addEventListener("input", ({ target }) => {
    const root = target instanceof Element && target.closest("[data-calculator]:not([data-live])")
    if (root) changed(root)
  })
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.matches("[data-action=reload]")) return
    const typed = [...controls()].map((control) => [control.value, control.checked])
    try {
      sessionStorage.setItem(kept, JSON.stringify(typed))
    } catch {
      history.replaceState({ typed }, "") // where storage is switched off; Material writes there too
    }
    location.reload()
  })

  const again = () => {
    // To read storage takes a page its time: nobody else has to.
    const [visit] = performance.getEntriesByType("navigation")
    if (!(visit instanceof PerformanceNavigationTiming) || visit.type !== "reload") return
    try {
      const typed = JSON.parse(sessionStorage.getItem(kept) ?? "null")
      sessionStorage.removeItem(kept)
      return typed
    } catch {
      return history.state?.typed
    }
  }
  const typed = again()
  if (typed) {
    controls().forEach((control, index) => {
      if (!Array.isArray(typed[index])) return
      const [value, checked] = typed[index]
      if (control.value === value && control.checked === checked) return
      if (control.type === "radio") control.checked = checked
      else control.value = value
      const root = control.closest("[data-calculator]")
      if (root) changed(root)
    })
  }
}
