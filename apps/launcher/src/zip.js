import { inflateRawSync } from 'node:zlib'

/**
 * One file out of a zip archive (a wheel is one), found by the end of its name.
 * @param {Buffer} archive
 * @param {string} ending
 * @returns {Buffer | undefined}
 */
export function fileInZip(archive, ending) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0) return undefined
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (name.endsWith(ending)) return unpacked(archive, at)
    at += 46 + nameLength + extraLength + commentLength
  }
  return undefined
}

/**
 * @param {Buffer} archive
 * @param {number} entry where the file's entry in the central directory begins
 */
function unpacked(archive, entry) {
  const method = archive.readUInt16LE(entry + 10)
  const packedSize = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const packed = archive.subarray(start, start + packedSize)
  return method === 0 ? packed : inflateRawSync(packed)
}
