import { formulaMarkup } from "@/components/blocks/formula-markup";
import { compareTexts } from "@/components/diff/comparison";
import { readFilter } from "@/components/diff/diff-filter";
import { EXPORT_FORMATS, exportComparison } from "@/components/diff/export-comparison";
import { currentActor } from "@/lib/auth/current-actor";
import { getSpec } from "@/lib/data/specs";
import { AppError } from "@/lib/errors";
import { openText } from "../open-text";
import { fileAnswer } from "./file-answer";

/** A comparison inside a spec as a file: `?from=…&to=…&format=markdown|html|json`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ spec: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response("Sign in to go on.\n", { status: 401 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const spec = await getSpec(actor, (await params).spec);
    const text = (words = "@draft") => openText(actor, spec.id, words);
    const comparison = compareTexts(await text(query["from"]), await text(query["to"]), {
      formula: formulaMarkup,
    });
    const format = EXPORT_FORMATS.find((each) => each === query["format"]) ?? "markdown";
    return fileAnswer(exportComparison(comparison, readFilter(query), format), "private, no-store");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: error.status });
  }
}
