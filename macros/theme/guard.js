// @ts-check
// Stands in every page, so that it works whatever does not come: where scripts are missing it says
// so, instead of leaving an old answer under new numbers, and a reload keeps what was typed.
{
  const PATIENCE = 10_000 // ms after the first change, for scripts that are only slow
  const main = /assets\/(embed\/)?main\.js$/
  const kept = `typed ${location.pathname}`
  let missing = false

  /** @returns {NodeListOf<HTMLElement>} the calculators that no script has taken over */
  const idle = () => document.querySelectorAll("[data-calculator]:not([data-live])")

  /** What holds something typed, in the order of the page. */
  const places = () => [...document.querySelectorAll("[data-calculator], [data-script], [data-checklist]")]

  /** @param {Element} place @returns {NodeListOf<HTMLInputElement>} */
  const controls = (place) => place.querySelectorAll("input:not([type=file]), select, textarea")

  const say = () => {
    if (document.documentElement.hasAttribute("data-old")) return // said already: calculator.css
    missing = true
    document.documentElement.setAttribute("data-missing", "") // for playbook.css
    for (const root of idle()) {
      for (const line of root.querySelectorAll("[data-stage]")) {
        line.toggleAttribute("hidden", line.getAttribute("data-stage") !== "missing")
      }
    }
  }

  /** @param {HTMLElement} control @param {Element} place that no script has taken over */
  const changed = (control, place) => {
    // Its script will read it; what was answered for other numbers is old until then.
    if (place.matches("[data-checklist]")) control.dataset.early = ""
    if (place.matches("[data-calculator]")) {
      for (const sign of ["data-stale", "data-late"]) place.setAttribute(sign, "")
    }
    if (missing) say()
    else setTimeout(() => place.matches(":not([data-live])") && say(), PATIENCE)
  }

  addEventListener("calculators-missing", say)
  // A file that is not there has a target, one that cannot be read a name.
  const failed = (/** @type {any} */ { target, filename }) => {
    if (main.test(target?.src ?? filename)) say()
  }
  addEventListener("error", failed, true)
  addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const place = target.closest("[data-calculator], [data-script], [data-checklist]")
    if (place?.matches(":not([data-live])")) changed(target, place)
  })
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.matches("[data-action=reload]")) return
    // Those that are live keep it by themselves, and may have more controls than the page began with.
    const typed = places().map((place) =>
      place.matches("[data-live]") ? [] : [...controls(place)].map(({ value, checked }) => [value, checked]),
    )
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
  places().forEach((place, number) => {
    controls(place).forEach((control, index) => {
      const given = typed?.[number]?.[index]
      if (!Array.isArray(given)) return
      const [value, checked] = given
      if (control.value === value && control.checked === checked) return
      if (/radio|checkbox/.test(control.type)) control.checked = checked
      else control.value = value
      changed(control, place)
    })
  })
}
