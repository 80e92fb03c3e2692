import { db } from "@/lib/data/db";
import { log } from "@/lib/log";
import type { FrontHandler } from "./front";
import { answerPlainly } from "./plain-answer";

const PATIENCE_MS = 3_000;

/**
 * Answers what watches over the process asks: /healthz, is it alive, and /readyz, may it be sent
 * requests (the database answers, and it is not stopping).
 */
export function healthChecks(isStopping: () => boolean): FrontHandler {
  return async ({ url }, res) => {
    if (url === "/healthz") answerPlainly(res, 200, "alive");
    else if (url !== "/readyz") return false;
    else if (isStopping()) answerPlainly(res, 503, "stopping");
    else if (await databaseAnswers()) answerPlainly(res, 200, "ready");
    else answerPlainly(res, 503, "the database does not answer");
    return true;
  };
}

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time.")), PATIENCE_MS);
  });
  try {
    await Promise.race([db().$queryRaw`SELECT 1`, tooLate]);
    return true;
  } catch (error) {
    log().warn({ err: error }, "database not ready");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
