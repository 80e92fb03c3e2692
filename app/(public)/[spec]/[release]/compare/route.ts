import { getPublishedPair } from "@/lib/data/published-pair";
import { NotFound } from "@/lib/errors";

/** Where the form of a public comparison goes: on to the address of the two that were chosen. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ spec: string }> },
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const { spec, older, newer } = await getPublishedPair(
      (await params).spec,
      query.get("from") ?? "",
      query.get("to") ?? "",
    );
    const [to, from] = [newer.label, older.label].map(encodeURIComponent);
    return new Response(null, {
      status: 307,
      headers: { location: `/${spec.slug}/${to}/compare/${from}` },
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return new Response(`${error.message}\n`, { status: error.status });
  }
}
