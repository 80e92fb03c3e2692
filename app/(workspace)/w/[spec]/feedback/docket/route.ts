import { requireActor } from "@/lib/auth/current-actor";
import { getDocket, type DocketThread } from "@/lib/data/docket";
import { getSpec } from "@/lib/data/specs";
import { AppError } from "@/lib/errors";
import { csv } from "@/lib/feedback/csv";
import { outcomeSentence } from "@/lib/feedback/outcomes";

/** The whole docket: `?format=csv` a comment a line, else JSON. People stand in it as the public sees them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ spec: string }> },
): Promise<Response> {
  try {
    const actor = await requireActor();
    const spec = await getSpec(actor, (await params).spec);
    const docket = await getDocket(actor, spec.id);
    const isCsv = new URL(request.url).searchParams.get("format") === "csv";
    const name = `${spec.slug}-feedback.${isCsv ? "csv" : "json"}`;
    const body = isCsv
      ? csv([HEADER, ...docket.flatMap(linesOf)])
      : `${JSON.stringify({ spec: spec.slug, title: spec.title, threads: docket }, null, 2)}\n`;
    return new Response(body, {
      headers: {
        "content-type": `${isCsv ? "text/csv" : "application/json"}; charset=utf-8`,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}

const HEADER = [
  "thread",
  "comment",
  "kind",
  "release",
  "clause",
  "clause title",
  "about",
  "quote",
  "at",
  "author",
  "organisation (own statement)",
  "official",
  "state",
  "words",
  "suggested instead",
  "supporters",
  "outcome",
  "reason",
];

const linesOf = ({ comments, disposition, ...thread }: DocketThread) =>
  comments.map((comment) => [
    thread.number,
    comment.number,
    thread.kind,
    thread.release,
    thread.sectionId,
    thread.sectionTitle,
    thread.label,
    thread.quote,
    comment.at,
    comment.byline.name,
    comment.byline.organisation,
    comment.isOfficial ? "yes" : "",
    comment.state,
    comment.body,
    comment.replacement,
    thread.supporters,
    disposition ? outcomeSentence(disposition.outcome, disposition) : "open",
    disposition?.reason ?? "",
  ]);
