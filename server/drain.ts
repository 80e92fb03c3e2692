import type { Server, ServerResponse } from "node:http";

/**
 * Stops taking connections and waits until every request that was begun is answered.
 *
 * @param patienceMs Then what is left is cut off.
 * @returns Whether everything was answered.
 */
export async function drain(server: Server, patienceMs: number): Promise<boolean> {
  // A connection that is kept alive would bring the next request; it closes as soon as it is idle.
  server.prependListener("request", (_, res: ServerResponse) => {
    res.setHeader("connection", "close");
    res.once("close", () => server.closeIdleConnections());
  });
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  let late: NodeJS.Timeout | undefined;
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)));
  const tooLate = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), patienceMs);
  });
  const finished = await Promise.race([closed, tooLate]);
  clearInterval(idle);
  clearTimeout(late);
  if (!finished) server.closeAllConnections();
  return finished;
}
