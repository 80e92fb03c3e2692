import { crc32, inflateRawSync } from "node:zlib";

interface HandmadeEntry {
  name: string;
  /** Deflated content. */
  packed: Buffer;
  claimedBytes?: number;
  crc?: number;
  flags?: number;
  method?: number;
  /** Mode of Unix. */
  mode?: number;
  /** Uses the content of another entry, by its number. */
  sameAs?: number;
}

/** A zip that may lie about its files, for tests. @param filler Bytes in front, so that it is large. */
export function handmadeZip(
  entries: readonly HandmadeEntry[],
  filler: Buffer = Buffer.alloc(0),
): Uint8Array {
  const locals: Buffer[] = [filler];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  const crcs: number[] = [];
  let at = filler.length;
  entries.forEach(({ name, packed, sameAs, ...claims }, index) => {
    const nameBytes = Buffer.from(name);
    const crc =
      claims.crc ?? (sameAs === undefined ? crc32(inflateRawSync(packed)) : crcs[sameAs]!);
    crcs.push(crc);
    const { flags = 0, method = 8, claimedBytes = 0, mode = 0o100644 } = claims;
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedBytes, 18);
    offsets.push(sameAs === undefined ? at : offsets[sameAs]!);
    if (sameAs === undefined || sameAs === index) {
      const local = Buffer.concat([
        signature(0x04034b50),
        facts,
        lengths(nameBytes.length, 0),
        nameBytes,
        packed,
      ]);
      locals.push(local);
      at += local.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offsets[index]!, 10);
    directory.push(
      signature(0x02014b50),
      Buffer.from([20, 3]),
      facts,
      lengths(nameBytes.length, 0),
      rest,
      nameBytes,
    );
  });
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, list, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function lengths(name: number, extra: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(name, 0);
  bytes.writeUInt16LE(extra, 2);
  return bytes;
}
