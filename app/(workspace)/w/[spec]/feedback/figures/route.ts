import { requireActor } from "@/lib/auth/current-actor";
import { listClauseStatistics } from "@/lib/data/feedback-counts";
import { requireInbox } from "@/lib/data/feedback-inbox";
import { getSpec } from "@/lib/data/specs";
import { AppError } from "@/lib/errors";
import { csv } from "@/lib/feedback/csv";
import { figuresForResearch } from "@/lib/feedback/figures-for-research";

/** Figures by clause as CSV, to be given away: nobody in them can be told apart (QUALITY P12). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ spec: string }> },
): Promise<Response> {
  try {
    const actor = await requireActor();
    const spec = await getSpec(actor, (await params).spec);
    await requireInbox(actor, spec.id);
    const { rows, leftOut } = figuresForResearch(await listClauseStatistics(spec.id));
    const lines = rows.map((row) => [
      row.sectionTitle,
      row.threads,
      row.open,
      row.questions,
      row.problems,
      row.suggestions,
      row.supports,
    ]);
    return new Response(csv([HEADER, ...lines, [`${leftOut} left out: fewer than five people`]]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${spec.slug}-figures.csv"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}

const HEADER = ["clause", "threads", "open", "questions", "problems", "suggestions", "support"];
