/** Files by path, relative to the folder of the spec, with `/` between parts. */
export type SpecFiles = Record<string, string>;

/** The path of a spec that was given as a text alone, or that was never a file. */
export const DEFAULT_PATH = "model_spec.md";

interface SortedFiles {
  main: { path: string; text: string };
  prompts: { id: string; path: string; text: string }[];
  ignored: string[];
}

/**
 * Tells the spec from its evaluation prompts and from files that are neither.
 *
 * The spec is `model_spec.md` or `spec.md` if there is one, else the largest Markdown file that is no
 * prompts file and no README, LICENSE or CHANGELOG.
 */
export function sortFiles(input: string | SpecFiles): SortedFiles {
  if (typeof input === "string") {
    return { main: { path: DEFAULT_PATH, text: input }, prompts: [], ignored: [] };
  }
  const paths = Object.keys(input).sort();
  const path = mainPath(paths, input);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const prompts = paths.flatMap((candidate) => {
    const id = candidate === path ? null : promptsId(candidate, folder);
    return id === null ? [] : [{ id, path: candidate, text: input[candidate]! }];
  });
  const used = new Set([path, ...prompts.map((file) => file.path)]);
  return {
    main: { path, text: input[path] ?? "" },
    prompts: prompts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ignored: paths.filter((candidate) => !used.has(candidate)),
  };
}

/** Where the prompts of a marker belong when they have no file yet. */
export function promptsPath(mainPath: string, id: string): string {
  return `${mainPath.slice(0, mainPath.lastIndexOf("/") + 1)}examples/${id}.md`;
}

function promptsId(path: string, folder: string): string | null {
  if (!path.startsWith(`${folder}examples/`)) return null;
  return (
    /^([^\s/#()[\]{}"'`<>|\\^]{1,200})\.md$/.exec(path.slice(`${folder}examples/`.length))?.[1] ??
    null
  );
}

function mainPath(paths: readonly string[], files: SpecFiles): string {
  const named = paths.find((path) => /(?:^|\/)(?:model_spec|spec)\.md$/.test(path));
  if (named !== undefined) return named;
  const texts = paths.filter((path) => /\.(?:md|markdown|txt)$/i.test(path));
  const candidates = texts.filter(
    (path) => !/(?:^|\/)(?:examples\/|(?:readme|license|changelog|contributing)\b)/i.test(path),
  );
  const [largest] = (candidates.length > 0 ? candidates : texts).toSorted(
    (a, b) => files[b]!.length - files[a]!.length,
  );
  return largest ?? paths[0] ?? DEFAULT_PATH;
}
