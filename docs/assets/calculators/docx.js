// @ts-check
// A document for Word, out of blocks of text, by the library docx.

import { load } from "./library.js"
import { runtime } from "./runtime.js"

/** @import { Block, Made } from "./types.d.ts" */

const FONT = "Arial"
const BOXES = { task: "☐ ", done: "☑ " }

/** @param {Made} made @returns {Promise<Blob>} */
export async function write({ title, blocks = [] }) {
  await load(runtime.docx, "docx")
  const { Document, Packer, Paragraph } = /** @type {any} */ (window).docx
  const content = new Document({
    title,
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: "ru-RU" } } } } },
    sections: [{ children: blocks.map((block) => new Paragraph(paragraph(block))) }],
  })
  return Packer.toBlob(content)
}

/** @param {Block} block @returns {object} */
function paragraph({ style, level, text }) {
  const spacing = { after: 120 }
  if (style === "heading") {
    return { text, heading: `Heading${level}`, keepNext: true, spacing: { before: 240, after: 80 } }
  }
  if (style === "item") return { text, bullet: { level: 0 } }
  return { text: style === "task" || style === "done" ? BOXES[style] + text : text, spacing }
}
