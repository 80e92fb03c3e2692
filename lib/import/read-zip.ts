import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { ImportRefused } from "./import-refused";
import { IMPORT_LIMITS, RATIO_FROM_BYTES } from "./limits";
import { damaged, zipDirectory, type ZipEntry } from "./zip-directory";

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Small pieces, so that a bomb is stopped soon after it began to grow. */
const PIECE = 16 * 1024;

/**
 * Unpacks the wanted files of a zip. Bytes are counted as they come out: what the archive says of
 * itself is not believed.
 *
 * @param wanted Files that are not wanted are not unpacked at all.
 * @returns Bytes by path.
 * @throws ImportRefused when it is damaged, or too much comes out of it.
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Map<string, Uint8Array> {
  const entries = zipDirectory(bytes);
  const budget = new Budget(bytes.length);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (/\.(zip|gz|tgz|bz2|xz|7z|rar|tar|jar)$/i.test(entry.path)) {
      throw new ImportRefused(
        `The zip holds another archive, ${entry.path}. Unpack that one first.`,
      );
    }
    if (wanted(entry.path)) files.set(entry.path, unpack(bytes, entry, budget));
  }
  return files;
}

/** How much may still come out of an archive. */
class Budget {
  #unpacked = 0;
  constructor(private readonly packed: number) {}

  take(count: number): void {
    this.#unpacked += count;
    const { bytes, ratio } = IMPORT_LIMITS;
    if (this.#unpacked > bytes) {
      throw new ImportRefused(
        `More than ${bytes / 1024 / 1024} MB come out of the zip. That is no spec; nothing was kept.`,
      );
    }
    if (this.#unpacked > RATIO_FROM_BYTES && this.#unpacked > this.packed * ratio) {
      throw new ImportRefused(
        `The zip grows to more than ${ratio} times its size. That is no spec; nothing was kept.`,
      );
    }
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const pieces: Uint8Array[] = [];
  const keep = (piece: Uint8Array) => {
    budget.take(piece.length);
    pieces.push(piece);
  };
  if (entry.method === STORED) keep(packed);
  else if (entry.method === DEFLATED) inflate(packed, entry.path, keep);
  else throw damaged(`${entry.path} is packed in a way that is not known here`);
  const whole = Buffer.concat(pieces);
  if (crc32(whole) !== entry.crc) throw damaged(`${entry.path} is not what its checksum says`);
  return whole;
}

function packedBytes(bytes: Uint8Array, { path, offset, packedBytes: size }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    throw damaged(`${path} is not where its list of files says`);
  }
  const start =
    offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + size > bytes.length) throw damaged(`${path} is cut off`);
  return bytes.subarray(start, start + size);
}

function inflate(packed: Uint8Array, path: string, keep: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => keep(piece));
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      const end = at + PIECE;
      stream.push(packed.subarray(at, end), end >= packed.length);
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw damaged(`${path} cannot be unpacked`);
  }
}
