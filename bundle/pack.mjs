// Compresses a file with Zstandard: node pack.mjs FILE TARGET
import { readFileSync, writeFileSync } from "node:fs"
import { constants, zstdCompressSync } from "node:zlib"

const [file, target] = process.argv.slice(2)
const params = { [constants.ZSTD_c_compressionLevel]: 22 }
writeFileSync(target, zstdCompressSync(readFileSync(file), { params }))
