// The shapes that cross between the page, its worker and Python; for the type checker only.

/** What the build tells the scripts in `runtime.js`; paths from the site's root. */
export interface Runtime {
  pyodide: string
  unpacker: string
  lock: object
  /** The large files by name. */
  plain: Record<string, Sized>
  packed: Record<string, Sized>
  /** The SHA-256 of the memory as it travels, unpacked, and the bytes of what it is restored to. */
  memory: { sha256: string; bytes: number }
  charts: string[]
  docx: string
  ics: string
  xlsx: string
  /** What a start needs beside the large files, to have at hand. */
  modules: string[]
}

export type Bytes = Uint8Array<ArrayBuffer>

export interface Sized {
  path: string
  bytes: number
  /** Bytes once unpacked. */
  whole: number
}

/** Worker to unpacker. */
export interface Packed {
  name: string
  bytes: Bytes
  /** Bytes once unpacked. */
  whole: number
}

/** Unpacker to worker: the file, or what is wrong with it. */
export interface Unpacked {
  name: string
  file?: Bytes
  error?: string
}

/**
 * How Python starts: from its memory after it ran, from its library, or from files that
 * nothing has been done to. What fails is followed by the next.
 */
export type Way = "memory" | "library" | "plain"

/** What is typed: a string for a field, a list of such maps for a field of rows. */
export type Raw = Record<string, string | Record<string, string>[]>

/** Numbers kept under a name. */
export interface Variant {
  name: string
  raw: Raw
}

/** `calculators.kit.view.result`: everything shown, or a message for each bad field. */
export interface View {
  calculator: string
  errors?: Record<string, string>
  fields: Record<string, string>
  /** What to say of each field that may be meant otherwise. */
  notes: Record<string, string>
  idle: string[]
  chart: { spec: string; finding: string; digest: string } | null
  [name: string]: unknown
}

/** A file asked for: its kind, and which table of the result; or the table of the variants. */
export interface Wanted {
  kind: string
  number: number
  named?: Variant[]
  /** where Python elsewhere finds the calculators */
  archive?: string
}

/** `calculators.kit.takeaway.door.file`: a file's name and what is in it, or messages for bad fields. */
export interface Made {
  errors?: Record<string, string>
  /** Whether there are no formulas for these numbers, and no file. */
  unfollowed?: boolean
  name: string
  type: string
  text?: string
  title?: string
  blocks?: Block[]
  sheets?: Sheet[]
  events?: Day[]
}

/** A day's entry in a calendar: `calculators.kit.takeaway.plan`. */
export interface Day {
  id: string
  /** As 2026-11-30. */
  day: string
  summary: string
  description: string
  url: string
}

/** A line of a document: `calculators.kit.markdown.blocks`. */
export interface Block {
  style: "done" | "heading" | "item" | "task" | "text"
  level: number
  text: string
}

/** A sheet of `calculators.kit.workbook`; `frozen` counts its rows and columns that stay. */
export interface Sheet {
  name: string
  widths: number[]
  frozen: [rows: number, columns: number]
  wide: boolean
  rows: Cell[][]
}

/** A cell of a sheet; the `value` of a formula is what it gives now. */
export interface Cell {
  value: string | number
  formula: string
  format: string
  /** How it looks, in the words of write-excel-file. */
  look: object
  style: "column" | "given" | "head" | "label" | "note" | "plain" | "text" | "title" | "unit"
  height: number
  /** What it may hold, in Excel's own words. */
  limits: { formulas: (number | string)[]; [attribute: string]: unknown } | null
}

export type Stage = "idle" | "load" | "start" | "ready" | "failed" | "unable"

/** How to start, and which questions to rehearse once live. */
export interface Boot {
  kind: "boot"
  site: string
  runtime: Runtime
  way: Way
  rehearsed: string[]
  /** What unpacks the files, unless they come plain. */
  unpacker?: MessagePort
}

/** Page to worker. */
export type Question =
  | Boot
  | { kind: "ask" | "decide" | "take"; id: number; question: string }

/** Worker to page. */
export type Reply =
  | { kind: "stage"; stage: Stage; share?: number }
  | { kind: "answer"; id: number; answer: string }
  | { kind: "error"; message: string }
