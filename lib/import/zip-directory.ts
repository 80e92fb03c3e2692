import { ImportRefused } from "./import-refused";
import { IMPORT_LIMITS } from "./limits";
import { safePath } from "./safe-path";

/** One file as the directory of a zip describes it. Its sizes are claims and are not relied on. */
export interface ZipEntry {
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packedBytes: number;
  /** Where its local header begins. */
  offset: number;
}

// Numbers of APPNOTE.TXT, the specification of the format (sections 4.3.7, 4.3.12 and 4.3.16).
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const FOUR_GIGABYTES = 0xffffffff;

/** Whether bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5].includes(bytes[2] ?? 0);
}

/**
 * Reads the list of files at the end of a zip; folders are left out.
 *
 * @throws ImportRefused when it is damaged, encrypted, too long, or names files that lead elsewhere.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > IMPORT_LIMITS.entries) throw tooMany();
  let at = view.getUint32(end + 16, true);
  if (at === FOUR_GIGABYTES) throw damaged("it is in the form for archives over 4 GB");
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) {
      throw damaged("its list of files is broken");
    }
    const entry = entryAt(view, at, end);
    if (!entry.isFolder) entries.push(entry);
    at += entry.length;
  }
  const paths = new Set(entries.map(({ path }) => path));
  if (paths.size < entries.length) throw damaged("it holds two files of one name");
  return entries;
}

function endOf(view: DataView): number {
  const from = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= from; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged("its end is missing");
}

function entryAt(
  view: DataView,
  at: number,
  end: number,
): ZipEntry & { isFolder: boolean; length: number } {
  const short = (offset: number) => view.getUint16(at + offset, true);
  const long = (offset: number) => view.getUint32(at + offset, true);
  if (at + ENTRY_BYTES + short(28) > end) throw damaged("its list of files is broken");
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, short(28));
  const name = new TextDecoder().decode(nameBytes);
  if ((short(8) & 1) !== 0) {
    throw new ImportRefused("The zip is protected by a password. Pack it without one.");
  }
  // The upper half holds the mode of Unix; 0o120000 is a link, whose content is another file's name.
  if (((long(38) >>> 16) & 0o170000) === 0o120000) {
    throw new ImportRefused(`${name} is a link to another file. Pack the file itself.`);
  }
  const path = safePath(name);
  return {
    path,
    method: short(10),
    crc: long(16),
    packedBytes: long(20),
    offset: long(42),
    isFolder: /[\\/]$/.test(name) || path === "",
    length: ENTRY_BYTES + short(28) + short(30) + short(32),
  };
}

export const damaged = (why: string) =>
  new ImportRefused(`The zip is damaged: ${why}. Make it again and try once more.`);

const tooMany = () =>
  new ImportRefused(
    `That is more than ${IMPORT_LIMITS.entries} files. Pack the folder of the spec alone.`,
  );
