// @ts-check
// Material wraps a wide table so that it scrolls; this lets the keyboard scroll it too.

/** @param {HTMLElement} wrap */
export function mount(wrap) {
  if (wrap.scrollWidth <= wrap.clientWidth) return
  wrap.tabIndex = 0
  wrap.setAttribute("role", "group")
  wrap.setAttribute("aria-label", "Таблица, прокручивается вбок")
}
