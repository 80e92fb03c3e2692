import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every page and route handler of the application, found in the folders of app/. */
export function listRoutes(): string[] {
  return files("app")
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => path.dirname(file).split(path.sep).slice(1))
    .map((parts) => `/${parts.filter((part) => !part.startsWith("(")).join("/")}`)
    .sort();
}

/** Every server action, as "file#name". */
export function listActions(): string[] {
  return files("app")
    .filter((file) => file.endsWith(".ts") && readFileSync(file, "utf8").startsWith('"use server"'))
    .flatMap((file) => exportsOf(file).map((name) => `${file.slice("app/".length)}#${name}`))
    .sort();
}

function exportsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(
    ([, name]) => `${name}`,
  );
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? files(full) : [full];
  });
}
