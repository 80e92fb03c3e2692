/**
 * Sends a browser on to the next page. A script that asked for JSON is told where that is, and what was
 * wrong, if anything, so that it can say so in place.
 */
export function sendOn(request: Request, place: string, problem?: string): Response {
  const headers = { "cache-control": "no-store" };
  if (request.headers.get("accept")?.includes("application/json")) {
    const body = problem ? { place, problem } : { place };
    return Response.json(body, { status: problem ? 409 : 200, headers });
  }
  // Relative, so that the answer holds behind every proxy. 303: the next request is a GET.
  return new Response(null, { status: 303, headers: { ...headers, location: place } });
}
