import { requireActor } from "@/lib/auth/current-actor";
import { requireImportTarget, stageImport, StageImport } from "@/lib/commands/import/stage-import";
import { Invalid } from "@/lib/errors";
import { progressAnswer, refusalAnswer, requireOwnPage } from "./progress-answer";
import { readBody } from "./read-body";

/** Takes a file to be imported: reads it, keeps it for an hour, and names its preview. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireOwnPage(request);
    const actor = await requireActor();
    const { searchParams } = new URL(request.url);
    const input = StageImport.safeParse({
      name: searchParams.get("name") ?? "",
      specId: searchParams.get("spec"),
    });
    if (!input.success) throw new Invalid("The upload has no name. Choose the file again.");
    // Before the megabytes are read.
    await requireImportTarget(actor, input.data.specId);
    const bytes = await readBody(request);
    return progressAnswer((tell) => stageImport(actor, input.data, bytes, new Date(), tell));
  } catch (error) {
    return refusalAnswer(error);
  }
}
