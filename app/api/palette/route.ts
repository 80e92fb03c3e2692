import type { PaletteItem } from "@/components/palette/palette-item";
import { currentActor } from "@/lib/auth/current-actor";
import { findSpecs } from "@/lib/data/specs";

const LONGEST_QUERY = 100;

/** What the command palette finds: specs that the person may see. Nothing for those not signed in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  const query = new URL(request.url).searchParams.get("q")?.trim().slice(0, LONGEST_QUERY) ?? "";
  const specs = actor && query ? await findSpecs(actor, query) : [];
  const items = specs.map(({ id, slug, title }): PaletteItem => ({
    id: `spec-${id}`,
    section: "specs",
    label: title,
    hint: slug,
    href: `/w/${slug}`,
  }));
  return Response.json(items, { headers: { "cache-control": "no-store" } });
}
