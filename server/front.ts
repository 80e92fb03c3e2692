import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Something that is answered in front of Next, in the same process and hundreds of times faster.
 *
 * @returns Whether it took the request; if not, the next in line is asked.
 */
export type FrontHandler = (
  req: IncomingMessage,
  res: ServerResponse,
) => boolean | Promise<boolean>;
