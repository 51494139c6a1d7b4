// @ts-check
// One worker for the whole visit: starts it, asks it, notices when it is gone.

import { able } from "./able.js"
import { rehearsed } from "./rehearsed.js"
import { runtime } from "./runtime.js"
import { make } from "./workers.js"

/** @import { Made, Question, Raw, Reply, Stage, Wanted, Way } from "./types.d.ts" */

const SITE = new URL("../../", import.meta.url)
// The longest silence, in milliseconds: a slow line still delivers something.
const SILENCE = { loading: 45_000, answering: 15_000 }

const STOPPED = /** @type {Stage[]} */ (["failed", "unable"])
const WAYS = /** @type {Way[]} */ (["memory", "library", "plain"])

/** @type {Worker | undefined} */
let worker
let end = () => {}
/** @type {Stage} */
let stage = "idle"
let way = 0
let lastId = 0
let timer = 0
/** @type {Map<number, { request: Question, resolve: (found: any) => void }>} */
const waiting = new Map()
/** @type {Set<(stage: Stage, share: number) => void>} */
const listeners = new Set()

/** Where a path of the site is, whatever page asks. @param {string} path */
export const address = (path) => new URL(path, SITE).href

/**
 * Call `listener` with the stage now and at every change; returns how to stop.
 * @param {(stage: Stage, share: number) => void} listener
 */
export function onStage(listener) {
  listeners.add(listener)
  listener(stage, 0)
  return () => void listeners.delete(listener)
}

/** Start the worker unless it runs. */
export function start() {
  if (worker || STOPPED.includes(stage)) return
  if (able()) boot()
  else change("unable", 0)
}

/** Start again after a failure; what was asked is asked again. */
export function retry() {
  if (stage !== "failed") return
  way = 0
  boot()
}

/**
 * The view for the raw inputs of a calculator, once the worker can tell; asked to "decide", what
 * helps to, what is sought, variants side by side or what a text quotes, or null if something else
 * was asked meanwhile.
 * @param {string} calculator @param {Raw} raw @param {"ask" | "decide"} kind
 * @param {{ seek?: object, variants?: object[], quotes?: object[], numbers?: object, places?: object }} [about]
 */
export const ask = (calculator, raw, kind = "ask", about) => put(kind, { calculator, raw, ...about })

/**
 * The file that a question asks for; an error if the worker stops.
 * @param {{ calculator: string, raw: Raw, file: Wanted } | { report: object } | { plan: object }} question
 * @returns {Promise<Made>}
 */
export async function order(question) {
  retry()
  let stop = () => {}
  const stopped = new Promise((_, reject) => {
    stop = onStage((now) => STOPPED.includes(now) && reject(new Error("the worker stopped")))
  })
  try {
    const made = await Promise.race([put("take", question), stopped])
    if (!made) throw new Error("what makes files did not come")
    return made
  } finally {
    stop()
  }
}

/**
 * The answer to any question, once the worker can tell; to "take", null if what makes it did not come.
 * @param {"ask" | "decide" | "take"} kind @param {object} question @returns {Promise<any>}
 */
export function put(kind, question) {
  const id = ++lastId
  /** @type {Question} */
  const request = { kind, id, question: JSON.stringify(question) }
  return new Promise((resolve) => {
    waiting.set(id, { request, resolve })
    if (worker) post(request)
  })
}

function boot() {
  ;({ worker, end } = make({ kind: "boot", site: SITE.href, runtime, way: WAYS[way], rehearsed: rehearsed() }, fail))
  worker.addEventListener("message", ({ target, data }) => target === worker && hear(data))
  change("load", 0)
  watch()
  for (const { request } of waiting.values()) post(request)
}

/** @param {Question} request */
function post(request) {
  worker?.postMessage(request)
  watch()
}

/** Of the worker that runs: one stopped before it may still be heard. @param {Reply} reply */
function hear(reply) {
  if (reply.kind === "error") return fail(reply)
  if (reply.kind === "stage") change(reply.stage, reply.share ?? 0)
  if (reply.kind === "answer") {
    waiting.get(reply.id)?.resolve(JSON.parse(reply.answer))
    waiting.delete(reply.id)
  }
  watch()
}

/** Expect a message within the time a healthy worker needs. */
function watch() {
  clearTimeout(timer)
  if (stage === "ready" && waiting.size === 0) return
  const limit = stage === "ready" ? SILENCE.answering : SILENCE.loading
  const reason = { message: `nothing heard for ${limit} ms`, silent: stage === "load" }
  timer = setTimeout(fail, limit, reason)
}

/** Go on in the next way, unless the host is silent. @param {{ message?: string, silent?: boolean }} reason */
function fail(reason) {
  clearTimeout(timer)
  end()
  worker = undefined
  console.warn(`calculators: the worker stopped, started from ${WAYS[way]}:`, reason.message ?? "its files did not load")
  if (!reason.silent && ++way < WAYS.length) boot()
  else change("failed", 0)
}

/** @param {Stage} next @param {number} share of what has to be loaded */
function change(next, share) {
  stage = next
  for (const listener of listeners) listener(stage, share)
}
