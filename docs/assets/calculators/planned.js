// @ts-check
// A reader's plan: the weeks of tasks, his own tasks, what he answered in checks. Kept in this
// browser alone; the file of his numbers carries it.

import { load as loadReport } from "./entries.js"
import { isRaw, same } from "./form.js"
import { stored } from "./kept.js"
import { mark, marks } from "./remembered.js"
import { keyOf, load as loadKept, save as saveKept, VERSION } from "./store.js"

/** @import { Raw } from "./types.d.ts" */
/** @typedef {{ id: string, text: string }} Own a task of the reader's */
/** @typedef {{ raw: Raw, beside: Raw | null }} Answers of a check, and those that the report had then */
/** @typedef {{ order: string[], why: string, reasons: Record<string, string> }} Told */
/**
 * @typedef {{ weeks: Record<string, string>, own: Own[], answers: Record<string, Answers>,
 *   byWeeks: boolean, told: Told | null }} Plan the weeks are Mondays, as 2026-11-30, by tasks
 */

export const LONGEST = 200 // characters of a task

/** @returns {Plan} */
export const load = () => loadKept("plan", understood("{}"), understood)

/** @param {Plan} plan @returns {boolean} whether it outlives the page */
export const save = (plan) => saveKept("plan", { version: VERSION, ...plan })

/** The plan in a text, whoever wrote it, without what is none. @param {string} text @returns {Plan} */
export function understood(text) {
  const { weeks, own, answers, byWeeks, told } = JSON.parse(text)
  /** @param {unknown} map @param {(value: any) => boolean} fits @returns {any} */
  const only = (map, fits) => Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => fits(value)))
  return {
    weeks: only(weeks, (week) => /^\d{4}-\d\d-\d\d$/.test(week) && Boolean(Date.parse(week))),
    own: (Array.isArray(own) ? own : []).filter(isOwn).map(({ id, text }) => ({ id, text: text.slice(0, LONGEST) })),
    answers: only(answers, (it) => [it?.raw, it?.beside ?? {}].every(isRaw)),
    byWeeks: byWeeks === true,
    told: typeof told?.why === "string" && Array.isArray(told.order) && told.reasons ? told : null,
  }
}

/** @param {any} it */
const isOwn = (it) => /^own-\w+$/.test(it?.id) && typeof it.text === "string" && it.text.trim()

/** @param {Plan} one @param {Plan} other comes before it where both say something @returns {Plan} */
export function merged(one, other) {
  const own = new Map([...one.own, ...other.own].map((it) => [it.id, it]))
  const weeks = { ...one.weeks, ...other.weeks }
  return { ...one, weeks, own: [...own.values()], answers: { ...one.answers, ...other.answers } }
}

/** What the file of the reader's numbers has of it, if there is anything. */
export function carried() {
  const { weeks, own, answers } = load()
  const plan = { weeks, own, answers, marks: marks() }
  return Object.values(plan).some((part) => Object.keys(part).length) ? { plan } : {}
}

/** Add what such a file has. @param {string} text @returns {boolean} whether it has anything */
export function receive(text) {
  const { plan } = JSON.parse(text)
  if (!(plan instanceof Object)) return false
  mark(plan.marks)
  save(merged(load(), understood(JSON.stringify(plan))))
  return true
}

/**
 * What the reader has answered in checks: what is typed in this tab; else what his report has
 * since; else what the plan took before.
 * @param {{ calculator: string, chapter: string }[]} checks @param {Plan} plan
 * @returns {Plan["answers"]}
 */
export function answers(checks, plan) {
  const { entries } = loadReport()
  const found = checks.map(({ calculator, chapter }) => {
    const typed = stored(typedUnder(`${keyOf(chapter)}/#${calculator}-`))
    const beside = entries.filter((one) => one.calculator === calculator).at(-1)?.raw ?? null
    const before = plan.answers[calculator]
    if (Object.keys(typed).length) return [calculator, { raw: typed, beside }]
    const news = beside && !same(beside, before?.beside ?? {})
    return [calculator, news ? { raw: beside, beside } : before]
  })
  return Object.fromEntries(found.filter(([, given]) => given))
}

/** The key of what is typed, whichever place on its page the check has. @param {string} start */
function typedUnder(start) {
  try {
    return Object.keys(sessionStorage).find((key) => key.startsWith(start) && /\d$/.test(key)) ?? ""
  } catch {
    return "" // storage is switched off
  }
}
