import { fileAnswer } from "@/app/(workspace)/w/[spec]/compare/export/file-answer";
import { compareTexts } from "@/components/diff/comparison";
import { readFilter } from "@/components/diff/diff-filter";
import { EXPORT_FORMATS, exportComparison } from "@/components/diff/export-comparison";
import { getPublishedPair } from "@/lib/data/published-pair";
import { NotFound } from "@/lib/errors";

interface Context {
  params: Promise<{ spec: string; release: string; other: string }>;
}

/** Two releases compared, as a file: `?format=markdown|html|json`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { spec, release, other } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const { older, newer } = await getPublishedPair(spec, release, other);
    const format = EXPORT_FORMATS.find((each) => each === query["format"]) ?? "markdown";
    const comparison = compareTexts(older, newer);
    // Releases never change, but the words of a comparison may be said better by a newer program.
    return fileAnswer(
      exportComparison(comparison, readFilter(query), format),
      "public, max-age=3600",
    );
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return new Response(`${error.message}\n`, { status: error.status });
  }
}
