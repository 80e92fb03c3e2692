import type { ExportedFile } from "@/components/diff/export-comparison";

/** A file to be saved. HTML too: what somebody wrote into a spec never runs on this site. */
export function fileAnswer({ body, type, name }: ExportedFile, caching: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": caching,
      "x-content-type-options": "nosniff",
    },
  });
}
