// @ts-check
// A workbook out of cells, by the library write-excel-file; its formulas are alive.

import { load } from "./library.js"
import { complete } from "./ooxml.js"
import { runtime } from "./runtime.js"

/** @import { Cell, Made, Sheet } from "./types.d.ts" */

const LINE = { borderStyle: "thin", borderColor: "#b9c4c2" }
const HEAD = { ...LINE, backgroundColor: "#dcebe9", fontWeight: "bold", wrap: true }
/** @type {Record<Cell["style"], object>} */
const STYLES = {
  given: { ...LINE, backgroundColor: "#fff3a8", wrap: true },
  column: { ...HEAD, align: "right" },
  head: HEAD,
  label: { wrap: true },
  note: { textColor: "#595959" },
  plain: {},
  text: { textColor: "#595959", wrap: true },
  title: { fontSize: 15, fontWeight: "bold" },
  unit: { align: "left", indent: 1 },
}

/** @param {Made} made @returns {Promise<Blob>} */
export async function write({ sheets = [] }) {
  await load(runtime.xlsx)
  const { writeXlsxFile } = /** @type {any} */ (window)
  const options = { fontFamily: "Arial", fontSize: 10, features: [complete(sheets)] }
  return writeXlsxFile(sheets.map(sheet), options).toBlob()
}

/** @param {Sheet} sheet */
function sheet({ name, widths, frozen, wide, rows }) {
  return {
    data: rows.map((row) => row.map(cell)),
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen[0],
    stickyColumnsCount: frozen[1],
    orientation: wide ? "landscape" : "portrait",
  }
}

/** @param {Cell} cell */
function cell({ value, formula, format, style, height }) {
  const own = { ...(format && { format }), ...(height && { height }) }
  const look = { alignVertical: "top", ...STYLES[style], ...own }
  if (formula) return { ...look, type: "Formula", value: formula }
  if (value === "") return { ...look, value: null }
  return { ...look, type: typeof value === "number" ? Number : String, value }
}
