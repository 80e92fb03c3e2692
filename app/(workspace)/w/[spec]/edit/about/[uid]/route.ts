import { currentActor } from "@/lib/auth/current-actor";
import { getSectionAbout } from "@/lib/data/section-about";
import { AppError } from "@/lib/errors";

/** What is known about a section beyond its text, asked for by the open editor. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ spec: string; uid: string }> },
): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "Sign in to go on." }, { status: 401, headers });
  try {
    const { spec, uid } = await params;
    return Response.json(await getSectionAbout(actor, spec, uid), { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ error: error.message }, { status: error.status, headers });
  }
}
