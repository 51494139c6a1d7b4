// @ts-check
// A calendar of whole days, by the library ical-generator.

import { address } from "./client.js"
import { runtime } from "./runtime.js"

/** @import { Made } from "./types.d.ts" */

/** @param {Made} made @returns {Promise<Blob>} */
export async function write({ title, type, events = [] }) {
  const { default: calendar } = await import(address(runtime.ics))
  const written = calendar({ name: title, prodId: { company: "playbook", product: "plan", language: "RU" } })
  for (const { id, day, summary, description, url } of events) {
    // It reads the day off in UTC.
    written.createEvent({ id, start: new Date(day), allDay: true, summary, description, url, busystatus: "FREE" })
  }
  return new Blob([written.toString()], { type })
}
