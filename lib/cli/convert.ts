import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { print, printText } from "@/lib/markdown/print";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { readArguments } from "./arguments";
import { CommandRefused, EXIT, type ExitCode, type Io } from "./io";
import { readSpec, type SpecInput } from "./read-spec";

/** `precept convert`: Markdown and canonical JSON, either way. */
export async function convert(args: readonly string[], io: Io): Promise<ExitCode> {
  const { file, values, profile } = readArguments("convert", args, {
    to: { type: "string" },
    output: { type: "string", short: "o" },
    "with-source": { type: "boolean" },
  });
  if (values.to !== "md" && values.to !== "json") {
    throw new CommandRefused("Say what to write: --to md or --to json.");
  }
  const input = await readSpec(file, io, profile);
  const target = values.output;
  if (values.to === "json") {
    const { document, source } = input;
    const json = canonicalJson(values["with-source"] ? { document, source } : document);
    await write(`${json}\n`, target, io);
  } else if (target !== undefined && input.isFolder) {
    await writeFolder(input, target, io);
  } else {
    if (input.document.prompts.length > 0) {
      io.say("The evaluation prompts are files of their own; write all with -o FOLDER.");
    }
    await write(printText(input.document, input.source), target, io);
  }
  return EXIT.fine;
}

async function write(text: string, target: string | undefined, io: Io): Promise<void> {
  if (target === undefined) return io.out(text);
  await writable(target, () => writeFile(path.resolve(io.cwd, target), text));
  io.say(`Wrote ${target}.`);
}

/** The layout the spec came from: the same names, the same bytes. */
async function writeFolder({ document, source }: SpecInput, target: string, io: Io): Promise<void> {
  const files = Object.entries(print(document, source));
  const folder = path.resolve(io.cwd, target);
  for (const [name, text] of files) {
    const full = path.resolve(folder, name);
    // A name out of a JSON file must not lead out of the folder.
    if (!full.startsWith(folder + path.sep)) {
      throw new CommandRefused(`The file name ${JSON.stringify(name)} leads out of ${target}.`);
    }
    await writable(target, async () => {
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, text);
    });
  }
  io.say(`Wrote ${files.length} ${files.length === 1 ? "file" : "files"} to ${target}.`);
}

async function writable(target: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new CommandRefused(`${target} cannot be written: ${(error as Error).message}`);
  }
}
