import { setImmediate as breathe } from "node:timers/promises";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { inPieces } from "./in-pieces";
import { brief } from "./page-text";

/** Draws the parts of a long page one at a time, so that others are served meanwhile, and joins them. */
export async function drawInPieces<Part>(
  parts: readonly Part[],
  element: (part: Part) => ReactElement,
): Promise<string> {
  const drawn: string[] = [];
  for (const part of parts) {
    drawn.push(brief(renderToStaticMarkup(element(part))));
    await breathe();
  }
  return inPieces(drawn);
}
