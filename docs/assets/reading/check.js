// @ts-check
// A self-check: an answer is told at once, kept in this browser, and given anew when asked.

/** @param {HTMLElement} root */
export function mount(root) {
  if (root.hasAttribute("data-live")) return
  const questions = [...root.querySelectorAll("fieldset")].map((it) => question(it, count))
  const again = root.querySelector("button")

  function count() {
    const all = questions.map(({ told }) => told()).filter(Boolean)
    const counts = { told: all.length, right: all.filter((it) => it === "right").length }
    for (const [name, number] of Object.entries(counts)) {
      const places = root.querySelectorAll(`[data-count=${name}]`)
      places.forEach((place) => (place.textContent = String(number)))
    }
    const after = root.querySelectorAll("[data-after]")
    after.forEach((place) => void place.toggleAttribute("hidden", !all.length))
  }

  if (again) {
    again.onclick = () => {
      for (const { forget } of questions) forget()
      count()
      root.querySelector("input")?.focus()
    }
  }
  count()
  root.setAttribute("data-live", "")
}

/** @param {HTMLFieldSetElement} root @param {() => void} changed is called once one is chosen */
function question(root, changed) {
  const boxes = [...root.querySelectorAll("input")]
  const right = boxes.findIndex(({ dataset }) => "right" in dataset)
  const told = () => root.getAttribute("data-told")
  const chosen = () => boxes.findIndex(({ checked }) => checked)
  const said = root.querySelector("[role=status]")
  const key = `check:${location.pathname}#${root.dataset.question}`
  let moving = false // an arrow goes from answer to answer, and checks each on its way

  /** @param {number} index */
  function why(index) {
    const copy = /** @type {Element} */ (root.querySelector(`[data-why="${index}"]`)?.cloneNode(true))
    if (index === chosen()) copy.querySelector("[data-which]")?.remove()
    return copy
  }

  function tell() {
    root.setAttribute("data-told", chosen() === right ? "right" : "wrong")
    for (const box of boxes) box.disabled = !box.checked
    said?.replaceChildren(...[...new Set([chosen(), right])].map(why))
  }

  function choose() {
    if (chosen() < 0 || told()) return
    tell()
    store(key, JSON.stringify({ chosen: chosen(), right: chosen() === right }))
    changed()
  }

  function forget() {
    for (const box of boxes) box.checked = box.disabled = false
    said?.replaceChildren()
    root.removeAttribute("data-told")
    store(key, null)
  }

  root.onkeydown = ({ key }) => {
    moving = key.startsWith("Arrow")
    if (key === " " || key === "Enter") choose()
  }
  root.onkeyup = () => void (moving = false)
  root.onchange = () => moving || choose()
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) choose()
  })

  const kept = stored(key)
  boxes.forEach((box, index) => (box.checked = index === kept?.chosen))
  // Of another question by the same name, written since, nothing is known.
  if (chosen() >= 0 && kept.right === (chosen() === right)) tell()
  else boxes.forEach((box) => (box.checked = false))
  return { told, forget }
}

/** @param {string} key */
function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null")
  } catch {
    return null // storage is switched off, or holds something else
  }
}

/** @param {string} key @param {string | null} text */
function store(key, text) {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage is switched off: answers are told without memory.
  }
}
