import { requireActor } from "@/lib/auth/current-actor";
import { getExportable, listExportable } from "@/lib/data/exports";
import { AppError, NotFound } from "@/lib/errors";
import {
  EXPORT_FORMATS,
  exportClause,
  exportFile,
  exportHistory,
  type ExportFile,
} from "@/lib/export/export-file";

interface Context {
  params: Promise<{ spec: string; version: string; format: string }>;
}

/** A version of a spec as a file: /w/<spec>/export/<draft or label>/<format>. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const file = await fileOf(await params, new URL(request.url).searchParams.get("id"));
    return new Response(file.body, {
      headers: {
        "content-type": file.type,
        // The names are made of addresses and labels: nothing in them needs escaping.
        "content-disposition": `attachment; filename="${file.name}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}

async function fileOf(
  { spec, version, format }: Awaited<Context["params"]>,
  id: string | null,
): Promise<ExportFile> {
  const actor = await requireActor();
  if (version === "releases" && format === "zip") {
    return exportHistory(spec, await listExportable(actor, spec));
  }
  const known = EXPORT_FORMATS.find((each) => each === format);
  if (!known && format !== "clause") throw new NotFound("such format");
  const exportable = await getExportable(actor, spec, version);
  if (known) return exportFile(exportable, known);
  const clause = id === null ? null : exportClause(exportable, id);
  if (!clause) throw new NotFound("clause of this id");
  return clause;
}
