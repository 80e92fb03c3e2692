import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build as bundle, type Plugin } from "esbuild";
import type { ReadingAssets } from "@/components/reading/reading-facts";
import { READING_ASSETS, READING_FILES, READING_FOLDER } from "@/server/reading/reading-assets";

const SOURCES = "components/reading";

/**
 * Builds what pages for readers need beside their text: the style sheet and the first line of script,
 * which stand in every page, and files with a hash in their names, which browsers keep for ever.
 */
export async function buildReading(): Promise<void> {
  const folder = path.join(READING_FOLDER, READING_FILES);
  await rm(READING_FOLDER, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [css, earlyScript, startHref, laterHref, lettersHref, drawnBy] = await Promise.all([
    buildStyle(),
    buildEarlyScript(),
    buildIslands(folder),
    buildStyleFile(folder, "reading-later.css"),
    buildStyleFile(folder, "reading-letters.css"),
    hashDrawing(),
  ]);
  const assets: ReadingAssets = { css, earlyScript, startHref, laterHref, lettersHref, drawnBy };
  await writeFile(path.join(READING_FOLDER, READING_ASSETS), JSON.stringify(assets));
}

const common = { bundle: true, minify: true, logLevel: "silent", legalComments: "none" } as const;
const BROWSERS = ["es2022", "chrome120", "firefox121", "safari17.5"];

async function buildStyle(): Promise<string> {
  const { outputFiles } = await bundle({
    ...common,
    entryPoints: [`${SOURCES}/reading.css`],
    target: BROWSERS,
    plugins: [plainTokens],
    write: false,
  });
  return onlyText(outputFiles).trim();
}

async function buildEarlyScript(): Promise<string> {
  const { outputFiles } = await bundle({
    ...common,
    entryPoints: [`${SOURCES}/island/early.ts`],
    format: "iife",
    target: BROWSERS,
    write: false,
  });
  return onlyText(outputFiles).trim();
}

/** @returns The address of the first module; it names the others itself. */
async function buildIslands(folder: string): Promise<string> {
  const { metafile } = await bundle({
    ...common,
    entryPoints: [`${SOURCES}/island/start.ts`],
    outdir: folder,
    format: "esm",
    splitting: true,
    target: BROWSERS,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
  });
  return addressOf(metafile.outputs, `${SOURCES}/island/start.ts`);
}

/** @returns The address of a style sheet that is fetched later. */
async function buildStyleFile(folder: string, name: string): Promise<string> {
  const { metafile } = await bundle({
    ...common,
    entryPoints: [`${SOURCES}/${name}`],
    outdir: folder,
    loader: { ".woff2": "file" },
    target: BROWSERS,
    plugins: [plainTokens, optionalLetters],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/_r/",
    metafile: true,
  });
  return addressOf(metafile.outputs, `${SOURCES}/${name}`);
}

/** A hash of all code of ours that draws the page of a release. */
async function hashDrawing(): Promise<string> {
  const { outputFiles } = await bundle({
    ...common,
    entryPoints: ["server/reading/draw-release.tsx", "server/reading/edition.ts"],
    outdir: READING_FOLDER,
    platform: "node",
    format: "esm",
    packages: "external",
    write: false,
  });
  const hash = createHash("sha256");
  for (const { text } of outputFiles) hash.update(text);
  return hash.digest("base64url");
}

function addressOf(outputs: Record<string, { entryPoint?: string }>, entry: string): string {
  const file = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === entry);
  if (!file) throw new Error(`The build made no file for ${entry}.`);
  return `/_r/${path.basename(file)}`;
}

const onlyText = (files: { text: string }[]) => files[0]!.text;

/** Tailwind's way of saying tokens, as plain CSS: pages for readers use none of its classes. */
const plainTokens: Plugin = {
  name: "plain-tokens",
  setup(build) {
    build.onLoad({ filter: /app[\\/]tokens\.css$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text
        .replace("@theme static {", ":root {")
        .replaceAll(/^\s*--[\w-]+-\*:.*$/gm, "")
        .replaceAll(/@keyframes[^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "")
        .replaceAll(/^\s*--(?:animate|ease|tracking|font)-.*$/gm, "");
      return { contents, loader: "css" };
    });
  },
};

/** Letters that are not there at once are left for the next page: a page for readers never moves. */
const optionalLetters: Plugin = {
  name: "optional-letters",
  setup(build) {
    build.onLoad({ filter: /@fontsource-variable[\\/].*\.css$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text.replaceAll("font-display: swap", "font-display: optional");
      if (contents === text) throw new Error(`${file} does not say how its letters are shown.`);
      return { contents, loader: "css" };
    });
  },
};
