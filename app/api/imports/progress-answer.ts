import type { ActionFailure } from "@/lib/action-result";
import { AppError, Unauthenticated } from "@/lib/errors";
import { log } from "@/lib/log";

/** One line of an answer that tells how far the work is: many `progress`, then `done` or `error`. */
export type ProgressLine<Progress, Done> =
  { progress: Progress } | { done: Done } | { error: ActionFailure };

/**
 * Answers with JSON Lines while the work goes on. What fails comes as the last line, because the status
 * has been sent by then.
 */
export function progressAnswer<Progress, Done>(
  work: (tell: (progress: Progress) => void) => Promise<Done>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      // Who went away is no reason to stop half-way: the work is done or not done, never half.
      let listens = true;
      const say = (line: ProgressLine<Progress, Done>) => {
        try {
          if (listens) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        } catch {
          listens = false;
        }
      };
      try {
        say({ done: await work((progress) => say({ progress })) });
      } catch (error) {
        say({ error: failureOf(error) });
      }
      if (listens) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "cache-control": "no-store",
      // A proxy that collects the lines would take the progress away.
      "x-accel-buffering": "no",
    },
  });
}

/** The same for what fails before the work begins. */
export function refusalAnswer(error: unknown): Response {
  if (!(error instanceof AppError)) throw error;
  return Response.json({ error: failureOf(error) }, { status: error.status });
}

/**
 * A page of another site cannot send such a request with our cookie; this refuses it as well where the
 * browser says where it comes from.
 */
export function requireOwnPage(request: Request): void {
  const from = request.headers.get("sec-fetch-site");
  if (from !== null && from !== "same-origin") {
    throw new Unauthenticated("This can only be sent from a page of this site.");
  }
}

function failureOf(error: unknown): ActionFailure {
  if (error instanceof AppError) {
    const { code, message, fields } = error;
    return { code, message, ...(fields ? { fields } : {}) };
  }
  log().error({ err: error }, "import failed");
  return {
    code: "fault",
    message: "Something went wrong on our side. Nothing was written. Try again in a moment.",
  };
}
