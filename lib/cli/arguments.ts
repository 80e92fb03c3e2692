import { parseArgs, type ParseArgsConfig } from "node:util";
import type { ProfileName } from "@/lib/spec/document";
import { CommandRefused } from "./io";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>["values"];

/**
 * Reads the arguments of a command that takes one FILE.
 *
 * @throws CommandRefused when they do not fit, with how to learn more.
 */
export function readArguments<T extends Options>(
  command: string,
  args: readonly string[],
  options: T,
) {
  const advice = `Run precept ${command} --help.`;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, profile: { type: "string" as const } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined) throw new CommandRefused(`Name a file, a folder or -. ${advice}`);
    if (rest.length > 0) throw new CommandRefused(`One FILE at a time, please. ${advice}`);
    const { profile } = values as { profile?: unknown };
    return { file, values: values as Values<T>, profile: profileOf(profile) };
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    throw new CommandRefused(`${error instanceof Error ? error.message : String(error)} ${advice}`);
  }
}

/** The dialect that `--profile` names. @throws CommandRefused for another word. */
export function profileOf(value: unknown): ProfileName | undefined {
  if (value === undefined || value === "model-spec" || value === "generic") return value;
  throw new CommandRefused(`--profile is model-spec or generic, not "${String(value)}".`);
}
