// @ts-check
// Weeks by their Mondays, as 2026-11-30, and the menu that sets one for a task.

const AHEAD = 9 // weeks to choose from
const DAY = 86_400_000 // ms
const WORDS = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: "UTC" })

/** @param {number} [later] weeks after this one @returns {string} */
export function monday(later = 0) {
  const now = new Date()
  const days = now.getDate() - ((now.getDay() + 6) % 7) + later * 7
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), days)).toISOString().slice(0, 10)
}

/** A week in words: «30 ноября – 6 декабря». @param {string} week */
export const span = (week) => WORDS.formatRange(Date.parse(week), Date.parse(week) + 6 * DAY)

/** Put the dates into the menu of the page, whose first is no week; returns it. @param {HTMLSelectElement} menu */
export function date(menu) {
  for (let later = 0; later < AHEAD; later++) {
    const option = menu.options[later + 1] ?? menu.appendChild(new Option())
    option.value = monday(later)
    option.append(span(option.value))
  }
  return menu
}

/** Choose a week, one that is over too. @param {HTMLSelectElement} menu @param {string} week */
export function choose(menu, week) {
  if (![...menu.options].some(({ value }) => value === week)) menu.add(new Option(span(week), week), 1)
  menu.value = week
}
