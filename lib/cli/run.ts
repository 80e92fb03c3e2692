import { convert } from "./convert";
import { diffSpecs } from "./diff-specs";
import { HELP, helpOf } from "./help";
import { inspectSpec } from "./inspect";
import { CommandRefused, EXIT, type ExitCode, type Io } from "./io";
import { lintSpec } from "./lint";

const COMMANDS: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<ExitCode>>> = {
  inspect: inspectSpec,
  convert,
  lint: lintSpec,
  diff: diffSpecs,
};

/**
 * Runs `precept` with its arguments.
 *
 * @returns The exit code: 0 fine, 1 the linter found errors or two specs differ, 2 the command could not be understood or
 *   the input not be read. Nothing is thrown for bad input.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.out(helpOf(args[0]) ?? HELP);
    return name === undefined ? EXIT.unusable : EXIT.fine;
  }
  const command = COMMANDS[name];
  if (!command) {
    io.say(`There is no command "${name}". Run precept --help to see what there is.`);
    return EXIT.unusable;
  }
  if (args.includes("--help") || args.includes("-h")) {
    io.out(helpOf(name) ?? HELP);
    return EXIT.fine;
  }
  try {
    return await command(args, io);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    io.say(error.message);
    return EXIT.unusable;
  }
}
