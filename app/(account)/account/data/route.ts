import { requireActor } from "@/lib/auth/current-actor";
import { getOwnData } from "@/lib/data/own-data";
import { AppError } from "@/lib/errors";

/** Everything that names the person who asks, as a JSON file. */
export async function GET(): Promise<Response> {
  try {
    const data = await getOwnData(await requireActor());
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="precept-own-data.json"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}
