// @ts-check
// What write-excel-file leaves out of a workbook: the results of formulas, the limits of what
// may be typed, and how a sheet prints. A feature, in the library's own words.

/** @import { Cell, Sheet } from "./types.d.ts" */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/** @param {Sheet[]} sheets @returns {object} */
export function complete(sheets) {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: edit((root, _, { sheetIndex }) => {
            const { rows } = sheets[sheetIndex]
            keepResults(root, rows.flat())
            limit(root, rows)
            fitWidth(root)
          }),
        },
        "xl/workbook.xml": { transform: edit((root) => repeatHeads(root, sheets)) },
      },
    },
  }
}

/** @param {(root: Element, ...rest: any[]) => void} change */
function edit(change) {
  return (/** @type {string} */ xml, /** @type {any[]} */ ...rest) => {
    const tree = new DOMParser().parseFromString(xml, "application/xml")
    change(tree.documentElement, ...rest)
    return new XMLSerializer().serializeToString(tree)
  }
}

/** @param {Element} parent @param {string} name @param {Record<string, unknown>} attributes @param {string} text */
function element(parent, name, attributes = {}, text = "") {
  const made = parent.ownerDocument.createElementNS(MAIN, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = text
  return made
}

/** A viewer that cannot compute shows these. @param {Element} root @param {Cell[]} cells */
function keepResults(root, cells) {
  const values = cells.filter((cell) => cell.formula).map((cell) => cell.value)
  for (const [index, formula] of [...root.querySelectorAll("c > f")].entries()) {
    const cell = /** @type {Element} */ (formula.parentElement)
    const value = values[index]
    if (typeof value === "string") cell.setAttribute("t", "str")
    cell.append(element(root, "v", {}, String(value)))
  }
}

/** @param {Element} root @param {Cell[][]} rows */
function limit(root, rows) {
  const rules = element(root, "dataValidations")
  for (const [row, cells] of rows.entries()) {
    for (const [column, { limits }] of cells.entries()) {
      if (!limits) continue
      const { formulas, ...told } = limits
      const place = String.fromCharCode(65 + column) + (row + 1)
      const rule = element(root, "dataValidation", { ...told, sqref: place })
      for (const [index, formula] of formulas.entries()) {
        rule.append(element(root, `formula${index + 1}`, {}, String(formula)))
      }
      rules.append(rule)
    }
  }
  rules.setAttribute("count", String(rules.children.length))
  if (rules.children.length) root.querySelector("pageMargins")?.before(rules)
}

/** As many pages down as it takes, one across. @param {Element} root */
function fitWidth(root) {
  const fits = element(root, "sheetPr")
  fits.append(element(root, "pageSetUpPr", { fitToPage: 1 }))
  root.prepend(fits)
  root.querySelector("pageSetup")?.setAttribute("fitToHeight", "0")
}

/** Frozen rows stand at the top of every printed page. @param {Element} root @param {Sheet[]} sheets */
function repeatHeads(root, sheets) {
  root.querySelector("definedNames")?.remove()
  const names = element(root, "definedNames")
  for (const [index, { name, frozen }] of sheets.entries()) {
    if (!frozen[0]) continue
    const titles = { name: "_xlnm.Print_Titles", localSheetId: index }
    names.append(element(root, "definedName", titles, `'${name}'!$1:$${frozen[0]}`))
  }
  if (names.children.length) root.querySelector("sheets")?.after(names)
}
