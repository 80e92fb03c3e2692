import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { getReleaseBundle } from "@/lib/data/release-bundle";
import { AppError } from "@/lib/errors";

interface BundleContext {
  params: Promise<{ spec: string; label: string }>;
}

/** A release with all that is needed to check it, for anybody. See public/verify-release.mjs. */
export async function GET(_request: Request, { params }: BundleContext): Promise<Response> {
  const { spec: slug, label } = await params;
  try {
    const spec = await requirePublicSpec(db(), null, { slug });
    const bundle = await getReleaseBundle(spec, label);
    const file = `${slug}-${bundle.release.manifest.label}.json`;
    return Response.json(bundle, {
      headers: {
        "content-disposition": `attachment; filename="${file}"`,
        // Names in it can be erased, so it is asked for again; what its hashes cover never changes.
        "cache-control": "public, no-cache",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}
