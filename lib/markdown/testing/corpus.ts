import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SpecFiles } from "../spec-files";

/** A release of the Model Spec as it was published. */
export interface Release {
  name: string;
  files: SpecFiles;
}

const folder = resolve(process.env["SPEC_CORPUS"] ?? "../shared/corpus", "model-spec");

/**
 * The releases in the corpus, oldest first. Empty, and loudly so, when the folder is not there: tests
 * about the real text then skip.
 */
export const releases: Release[] = existsSync(folder) ? readReleases() : [];

if (releases.length === 0) {
  process.stderr.write(
    `No releases in ${folder}: tests on the real Model Spec skip. Set SPEC_CORPUS.\n`,
  );
}

function readReleases(): Release[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const examples = join(folder, name, "examples");
      const files: SpecFiles = {
        "model_spec.md": readFileSync(join(folder, name, "model_spec.md"), "utf8"),
      };
      for (const file of readdirSync(examples)) {
        files[`examples/${file}`] = readFileSync(join(examples, file), "utf8");
      }
      return { name, files };
    });
}
