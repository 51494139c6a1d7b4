// @ts-check
// The page of a reader's report: what he put there, in his order, with his notes.

import { draw } from "./chart.js"
import { address, order, put, start } from "./client.js"
import { has, load, MOST, save, understood } from "./entries.js"
import { offer, speaker } from "./files.js"
import { write } from "./link.js"
import { give, receive } from "./ownfile.js"
import { paint } from "./paint.js"
import { act } from "./rows.js"
import { mount as mountStages } from "./stages.js"

/** @import { Entry } from "./entries.js" */

/** @param {HTMLElement} root @param {AbortSignal} signal that ends it */
export function mount(root, signal) {
  /** @param {string} selector @param {Element} [place] @returns {any[]} */
  const all = (selector, place = root) => [...place.querySelectorAll(selector)]
  const rows = () => all("[data-row]")
  const [title, back] = all(".report__title input, [data-action=report-return]")
  const say = speaker(back)
  const take = offer(root, () => [], ({ kind }) => order({ report: asked(kind) }))
  let report = load()
  /** @type {Entry[]} all that there was before something was taken out */
  let whole = []

  /** @param {string} [file] the kind of a file, in place of what the page shows */
  function asked(file) {
    const boxes = all("[data-chapter]:not([hidden]) input")
    const tasks = boxes.map(({ name, labels, checked }) => ({ chapter: name, text: labels[0].textContent, done: checked }))
    return { ...report, date: new Date().toLocaleDateString("ru", { dateStyle: "long" }), tasks, file }
  }

  async function show() {
    const { entries } = report
    const full = entries.length > 0
    title.value = report.title || title.defaultValue
    root.toggleAttribute("data-full", full)
    back.hidden = !whole.length
    if (full) start()
    // One by one first, so that none takes longer than the worker may be silent; what is found is kept.
    for (const one of entries.slice(1)) await put("take", { report: { ...asked(), entries: [one] } })
    const told = full ? await put("take", { report: asked() }) : { date: "", entries, chapters: [] }
    if (entries !== report.entries) return // something has changed meanwhile
    if (!told) return say("missing")
    paint(root, told)
    for (const chapter of all("[data-chapter]")) chapter.hidden = !told.chapters.includes(chapter.dataset.chapter)
    rows().forEach((row, at) => {
      const { calculator, version, raw, note, chapter, charts } = { ...entries[at], ...told.entries[at] }
      const [link, text, figure] = ["a", "textarea", "figure"].map((name) => all(name, row)[0])
      link.href = address(`${chapter}/${write(calculator, version, raw, {}, [])}`)
      text.value = text.nextElementSibling.textContent = note // paper shows the whole of the latter
      if (figure) draw(figure, charts[0])
    })
  }

  /** @param {Entry[]} entries @param {string} message one of those that the page has */
  function change(entries, message) {
    const fewer = entries.length < report.entries.length
    if (fewer) whole = report.entries
    report = { ...report, entries }
    say(save(report) ? message : "unkept")
    show()
    if (fewer) back.focus()
  }

  /** @param {Event} event */
  function click({ target }) {
    const button = target instanceof Element && target.closest("button")
    if (!button) return
    const { entries } = report
    const before = rows()
    const { action, file } = button.dataset
    if (file) take(button)
    if (act(button)) {
      const left = rows().map((row) => entries[before.indexOf(row)]).concat(entries.slice(before.length))
      change(left, left.length < entries.length ? "removed" : "moved")
    }
    if (action === "report-clear") change([], "cleared")
    if (action === "report-return") {
      const since = entries.filter((one) => !has(whole, one))
      change([...whole.splice(0), ...since], "returned")
      title.focus()
    }
    if (action === "report-print") print()
    if (action === "report-save") say(give("report.json", report))
  }

  /** @param {any} event */
  function typed({ target }) {
    const at = rows().findIndex((row) => row.contains(target))
    if (at >= 0) report.entries[at].note = target.nextElementSibling.textContent = target.value
    else if (target === title) report.title = title.value
    say(save(report) ? "noted" : "unkept")
  }

  /** Add the entries of a file. @param {string} text */
  function read(text) {
    const { title: named, entries } = understood(text)
    if (!entries.length) throw new Error("no entries")
    const fresh = entries.filter((one) => !has(report.entries, one))
    const room = fresh.slice(0, Math.max(0, MOST - report.entries.length))
    report.title ||= named
    const part = entries.length < JSON.parse(text).entries.length ? "part" : "loaded"
    change([...report.entries, ...room], room.length < fresh.length ? "crowded" : part)
  }

  // Another tab of the site has changed it, or the page was away.
  const again = () => ((report = load()), show())
  root.addEventListener("click", click, { signal })
  root.addEventListener("input", typed, { signal })
  addEventListener("storage", again, { signal })
  addEventListener("pageshow", again, { signal })
  receive(root, signal, read, () => say("foreign"))
  mountStages(root, signal)
  show()
}
