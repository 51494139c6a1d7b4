// @ts-check
// Remembers a checklist's ticks in this browser, under the ids of its items.

/** @param {HTMLElement} list */
export function mount(list) {
  for (const item of list.querySelectorAll("li[id]")) {
    const box = item.querySelector("input")
    if (!box) continue
    const key = `checklist:${location.pathname}#${item.id}`
    box.checked = read(key)
    box.onchange = () => write(key, box.checked)
  }
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
