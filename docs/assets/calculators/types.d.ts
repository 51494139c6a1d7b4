// The shapes that cross between the page, its worker and Python; for the type checker only.

/** What the build tells the scripts about the runtime; paths from the site's root. */
export interface Runtime {
  pyodide: string
  lock: string
  bytes: number
  charts: string[]
}

/** What is typed: a string for a field, a list of such maps for a field of rows. */
export type Raw = Record<string, string | Record<string, string>[]>

/** `calculators.kit.view.result`: everything shown, or a message for each bad field. */
export interface View {
  calculator: string
  errors?: Record<string, string>
  fields: Record<string, string>
  chart: { spec: Record<string, unknown>; finding: string; digest: string } | null
  [name: string]: unknown
}

/** A file asked for: its kind, and which table of the result. */
export interface Wanted {
  kind: string
  number: number
}

/** `calculators.kit.view.file`: a file's name and what is in it, or messages for bad fields. */
export interface Made {
  errors?: Record<string, string>
  name: string
  type: string
  text?: string
}

export type Stage = "idle" | "load" | "start" | "ready" | "failed"

/** Page to worker. */
export type Question =
  | { kind: "boot"; runtime: { pyodide: string; lock: string; bytes: number } }
  | { kind: "ask"; id: number; question: string }

/** Worker to page. */
export type Reply =
  | { kind: "stage"; stage: Stage; bytes?: number }
  | { kind: "answer"; id: number; answer: string }
  | { kind: "error"; message: string }
