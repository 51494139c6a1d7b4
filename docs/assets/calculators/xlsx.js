// @ts-check
// A workbook out of cells, by the library write-excel-file; its formulas are alive.

import { load } from "./library.js"
import { complete } from "./ooxml.js"
import { runtime } from "./runtime.js"

/** @import { Cell, Made, Sheet } from "./types.d.ts" */

/** @param {Made} made @returns {Promise<Blob>} */
export async function write({ sheets = [] }) {
  await load(runtime.xlsx, "writeXlsxFile")
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
function cell({ value, formula, format, look: its, height }) {
  const own = { ...(format && { format }), ...(height && { height }) }
  const look = { alignVertical: "top", ...its, ...own }
  if (formula) return { ...look, type: "Formula", value: formula }
  if (value === "") return { ...look, value: null }
  return { ...look, type: typeof value === "number" ? Number : String, value }
}
