// @ts-check
// The tasks of the plan's page in their groups: chapters in an order, or weeks.

import { mount as mountTicks } from "../reading/checklist.js"
import { choose, date, monday } from "./weeks.js"

/** @import { Plan } from "./planned.js" */

/** @param {any} place @param {string} selector @returns {any[]} */
export const all = (place, selector) => [...place.querySelectorAll(selector)]

/** @param {any} task @param {Plan} plan */
export const weekOf = ({ dataset }, { weeks }) => weeks[dataset.task] ?? ""

/** @param {any} task */
export const textOf = (task) => all(task, "label span, textarea").map((it) => it.value ?? it.textContent)[0].trim()

/** What shows a plan in the page. @param {HTMLElement} root @returns {(plan: Plan) => void} */
export function grouping(root) {
  const [menu, blank, group] = all(root, "template").map(({ content }) => content.firstElementChild)
  const [why, mine, groups] = ["[data-why]", "[data-mine]", "[data-groups]"].map((one) => all(root, one)[0])
  const chapters = all(root, "[data-chapter]").map(({ dataset }) => dataset.chapter)
  let dated = date(menu.cloneNode(true))

  /** @param {any} task that gets a menu of weeks */
  function give(task) {
    const its = /** @type {HTMLSelectElement} */ (dated.cloneNode(true))
    its.ariaLabel += `: ${textOf(task)}`
    all(task, "[data-menu]")[0].replaceChildren(its)
  }
  const homes = all(root, "[data-task]").map((task) => (give(task), [task.parentElement, task]))

  /** Monday has come since the page was opened. */
  function redate() {
    if (dated.options[1].value === monday()) return
    dated = date(menu.cloneNode(true))
    for (const [, task] of homes) give(task)
  }

  /** @type {NonNullable<Plan["told"]>} */
  const unled = { order: chapters, why: "", reasons: {} }

  /** @param {Plan["told"]} told the order that the reader's checks give, else there is that of the page */
  function lead(told) {
    const { order, why: words, reasons } = told ?? unled
    root.toggleAttribute("data-told", Boolean(words))
    why.textContent = words
    for (const name of order.filter((name) => chapters.includes(name))) {
      const [section] = all(root, `[data-chapter="${name}"]`)
      all(section, "[data-reason]")[0].textContent = reasons[name] ?? ""
      groups.append(section)
    }
  }

  /** What has no week comes last. @param {any[]} tasks @param {(task: any) => string} week */
  function divide(tasks, week) {
    for (const one of [...new Set(tasks.map(week))].sort()) {
      const section = group.cloneNode(true)
      const its = tasks.filter((task) => week(task) === one)
      section.firstElementChild.textContent = all(its[0], "option:checked")[0].textContent
      section.lastElementChild.append(...its)
      groups.append(section)
    }
  }

  return (plan) => {
    const active = /** @type {HTMLElement} */ (document.activeElement)
    const at = /** @type {HTMLElement | null} */ (active.closest("[data-task]"))?.dataset.task
    redate()
    for (const task of all(root, "[data-task^='#']")) task.remove()
    for (const [list, task] of homes) list.append(task)
    for (const section of all(root, "[data-week]")) section.remove()
    for (const { id, text } of plan.own) {
      const task = blank.cloneNode(true)
      task.dataset.task = `#${id}`
      const [area] = all(task, "textarea")
      area.value = area.nextElementSibling.textContent = text // paper shows the whole of the latter
      give(task)
      mine.append(task)
    }
    const tasks = all(root, "[data-task]")
    for (const task of tasks) choose(all(task, "select")[0], weekOf(task, plan))
    lead(plan.told)
    if (plan.byWeeks) divide(tasks, (task) => weekOf(task, plan) || "no")
    for (const box of all(root, "[name=plan-view]")) box.checked = plan.byWeeks === (box.value === "weeks")
    mountTicks(root)
    // Who was in a field of a task is there again.
    if (at) all(root, `[data-task="${at}"] ${active.localName}`)[0]?.focus()
  }
}
