import type { Runtime } from "./types.d.ts"

/** Written by the build: `bundle/__init__.py`. */
export const runtime: Runtime
