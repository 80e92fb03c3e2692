import { IMPORT_LIMITS } from "./limits";
import { ImportRefused } from "./import-refused";

/**
 * The text of a file, byte for byte: byte order mark and line ends stay.
 *
 * @throws ImportRefused when it is no UTF-8 text.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length >= 2 && isUtf16(bytes)) {
    throw new ImportRefused(`${name} is written in UTF-16. Save it as UTF-8 and import it again.`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new ImportRefused(
      `${name} is no text: there is a zero byte at position ${nul}. Import Markdown, canonical JSON or a zip of them.`,
    );
  }
  let text: string;
  try {
    // ignoreBOM keeps the mark in the text, where the parser looks for it.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ImportRefused(
      `${name} is not valid UTF-8 around byte ${firstInvalid(bytes)}. Save it as UTF-8 and import it again.`,
    );
  }
  if (text.length > IMPORT_LIMITS.characters) {
    const most = IMPORT_LIMITS.characters / 1_000_000;
    throw new ImportRefused(
      `${name} holds more than ${most} million characters. That is too long for one spec; split it.`,
    );
  }
  return text;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Where decoding fails, found by halving: the longest start that is valid, an unfinished sign allowed. */
function firstInvalid(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
