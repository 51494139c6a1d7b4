// @ts-check
// Remembers a checklist's ticks in this browser, under the ids of its items.

/** @param {HTMLElement} list */
export function mount(list) {
  /** @type {Map<string, HTMLInputElement>} boxes by the name their tick is kept under */
  const boxes = new Map()
  for (const item of list.querySelectorAll("li")) {
    const box = item.querySelector("input")
    // Another page may show a task of its chapter's.
    const { pathname, hash } = new URL(item.dataset.task ?? `#${item.id}`, location.href)
    if (box) boxes.set(`checklist:${pathname}${hash}`, box)
  }
  const reset = list.querySelector("button")

  function show() {
    if (reset) reset.hidden = ![...boxes.values()].some((box) => box.checked)
  }

  for (const [key, box] of boxes) {
    box.checked = read(key)
    box.onchange = () => {
      write(key, box.checked)
      show()
    }
  }
  if (reset) {
    reset.onclick = () => {
      for (const [key, box] of boxes) {
        box.checked = false
        write(key, false)
      }
      show()
      boxes.values().next().value?.focus()
    }
  }
  show()
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false // storage is switched off: the boxes work without memory
  }
}

/** @param {string} key @param {boolean} checked */
function write(key, checked) {
  try {
    if (checked) localStorage.setItem(key, "")
    else localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
