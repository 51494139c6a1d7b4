// @ts-check
// The page of a reader's plan: the tasks of all chapters and his own, a week for each, files of all.

import { order, put, start } from "./client.js"
import { offer, speaker } from "./files.js"
import { all, grouping, textOf, weekOf } from "./grouped.js"
import { answers, load, merged, save } from "./planned.js"
import { forget } from "./remembered.js"
import { mount as mountStages } from "./stages.js"
import { monday, span } from "./weeks.js"

/** @param {HTMLElement} root @param {AbortSignal} signal that ends it */
export function mount(root, signal) {
  const backs = all(root, "[data-action=return]")
  const [back, backForgotten] = backs
  const chapters = all(root, "[data-chapter]").map(({ dataset }) => dataset.chapter)
  /** @type {any[]} */
  const checks = JSON.parse(root.dataset.audits ?? "[]")
  const show = grouping(root)
  const take = offer(root, () => [], ({ kind }) => order({ plan: asked(kind) }))
  let plan = load()
  let undo = () => {}

  /** Ask for the order that the reader's checks give. */
  async function ask() {
    const before = plan
    const given = answers(checks, plan)
    const audits = checks.filter(({ calculator }) => given[calculator]).map((one) => ({ ...one, ...given[one.calculator] }))
    if (!audits.length) return
    start()
    const told = await put("take", { plan: { chapters, audits } })
    // It may have been forgotten meanwhile.
    if (!told || plan !== before || JSON.stringify([given, told]) === JSON.stringify([plan.answers, plan.told])) return
    plan = { ...plan, answers: given, told }
    save(plan)
    show(plan)
  }

  /** What Python makes a file of. @param {string} file its kind */
  function asked(file) {
    const groups = all(root, ".plan__group").filter((group) => all(group, "[data-task]").length).map((section) => ({
      title: all(section, "h2")[0].textContent,
      tasks: all(section, "[data-task]").map((task) => {
        const { host, pathname, hash, href } = new URL(task.dataset.task, location.href)
        const [week, chapter] = [weekOf(task, plan), all(task, "[data-of]")[0]?.textContent ?? ""]
        const done = all(task, "[type=checkbox]")[0].checked
        return { id: host + pathname + hash, url: href, text: textOf(task), chapter, done, week, span: week && span(week) }
      }),
    }))
    return { file, date: new Date().toLocaleDateString("ru", { dateStyle: "long" }), groups }
  }

  /** @param {any} button beside which it is said: it brings back, if there is a way @param {string} message @param {() => void} [way] */
  function tell(button, message, way) {
    for (const one of backs) one.hidden = one !== button || !way
    if (way) undo = way
    show(plan)
    speaker(button)(message)
    if (way) button.focus()
  }
  const kept = (message = "kept") => (save(plan) ? message : "unkept")

  function add() {
    const id = `own-${Date.now().toString(36)}`
    plan.own.push({ id, text: "" })
    if (plan.byWeeks) plan.weeks[`#${id}`] = monday()
    tell(back, "kept")
    all(root, `[data-task="#${id}"] textarea`)[0].focus()
  }

  /** @param {string} key */
  function remove(key) {
    const { own } = plan
    plan.own = own.filter(({ id }) => `#${id}` !== key)
    tell(back, kept("removed"), () => (plan = merged({ ...plan, own }, plan)))
  }

  function forgetAll() {
    const bring = forget()
    plan = load()
    tell(backForgotten, "forgotten", () => (bring(), (plan = merged(load(), plan))))
  }

  /** @param {any} event */
  function click({ target }) {
    const button = target.closest("button")
    const { action, file } = button?.dataset ?? {}
    const due = all(root, "[data-task] [type=checkbox]:not(:checked)").some((box) => weekOf(box.closest("[data-task]"), plan))
    if (file === "ics" && !due) speaker(button)("weekless")
    else if (file) take(button)
    if (action === "print") print()
    if (action === "add") add()
    if (action === "remove") remove(target.closest("[data-task]").dataset.task)
    if (action === "forget") forgetAll()
    if (action === "return") tell(button, (undo(), kept("returned")))
  }

  /** @param {any} event */
  function typed({ target }) {
    const key = target.closest("[data-task]")?.dataset.task
    const own = plan.own.find(({ id }) => `#${id}` === key)
    if (target.matches("select")) plan.weeks[key] = target.value
    if (target.matches("[name=plan-view]")) plan.byWeeks = target.value === "weeks"
    if (target.matches("textarea") && own) own.text = target.nextElementSibling.textContent = target.value
    speaker(back)(kept())
    if (target.matches("select, [name=plan-view]")) show(plan)
  }

  /** Another tab of the site has changed it, or the page was away. */
  function again() {
    // One in which nothing is written yet is kept nowhere else.
    const own = plan.own.filter(({ text }) => !text.trim())
    const weeks = Object.fromEntries(own.map(({ id }) => [`#${id}`, plan.weeks[`#${id}`] ?? ""]))
    plan = merged(load(), { ...plan, own, weeks, answers: {} })
    show(plan)
    ask()
  }
  root.addEventListener("click", click, { signal })
  root.addEventListener("input", typed, { signal })
  addEventListener("storage", again, { signal })
  addEventListener("pageshow", again, { signal })
  document.addEventListener("visibilitychange", again, { signal })
  mountStages(root, signal)
  again()
}
