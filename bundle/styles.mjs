// Leaves out of a style sheet what no page and no script names: node styles.mjs SHEET CONTENT...
import { readFileSync, writeFileSync } from "node:fs"
import { transform } from "lightningcss"
import { PurgeCSS } from "purgecss"

const [sheet, ...content] = process.argv.slice(2)
const raw = readFileSync(sheet, "utf8")
const lost = raw.match(/[^{}]*:(is|where)\(:[^{]*/)
if (lost) throw new Error(`PurgeCSS drops «${lost[0].trim()}»: write its selectors one by one`)
// Drawings in the pages take their colours from the sheet, which PurgeCSS does not look for there.
const named = content.flatMap((file) => readFileSync(file, "utf8").match(/--[a-z][\w-]*/g) ?? [])
const safelist = { variables: [...new Set(named)] }
const [{ css }] = await new PurgeCSS().purge({
  content, css: [{ raw }], safelist, variables: true, keyframes: true,
})
const { code } = transform({ filename: sheet, code: Buffer.from(css), minify: true })
writeFileSync(sheet, code)
