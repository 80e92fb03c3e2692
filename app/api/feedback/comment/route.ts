import { requestAddress } from "@/lib/auth/browser-session";
import { currentActor } from "@/lib/auth/current-actor";
import { dropPendingSecret, readPendingSecret, setPendingSecret } from "@/lib/auth/pending-cookie";
import { requireSameOrigin } from "@/lib/auth/same-origin";
import { forgetPendingComment, keepPendingComment } from "@/lib/commands/feedback/pending-comment";
import { CommentForm, postComment } from "@/lib/commands/feedback/post-comment";
import { AppError, Invalid } from "@/lib/errors";
import { commentPlace, postedPlace } from "../places";
import { sendOn } from "../send-on";

/**
 * Takes a comment from a form, with a script or without one. Words are never lost: those of somebody who
 * is not signed in wait for them, and so do those with which something was wrong.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    return await take(request, await readForm(request));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}

async function take(request: Request, form: CommentForm): Promise<Response> {
  const at = new Date();
  const actor = await currentActor();
  if (!actor) {
    // Wrong fields are told before anybody is sent to sign in.
    if (form.body.trim() === "") return keep(request, form, at, "empty");
    return keep(request, form, at, null);
  }
  try {
    const posted = await postComment(actor, form, at);
    const former = await readPendingSecret();
    if (former) {
      await forgetPendingComment(former);
      await dropPendingSecret();
    }
    return sendOn(request, postedPlace(form.spec, posted));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return keep(request, form, at, error.code, error.message);
  }
}

async function keep(
  request: Request,
  form: CommentForm,
  at: Date,
  problem: string | null,
  words?: string,
): Promise<Response> {
  const place = commentPlace(form);
  const former = await readPendingSecret();
  if (former) await forgetPendingComment(former);
  const { secret, expiresAt } = await keepPendingComment(
    { form, place },
    await requestAddress(),
    at,
  );
  await setPendingSecret(secret, expiresAt);
  if (problem === null) return sendOn(request, "/feedback/finish");
  const again = `${place}${place.includes("?") ? "&" : "?"}problem=${problem}#write`;
  return sendOn(request, again, words);
}

async function readForm(request: Request): Promise<CommentForm> {
  const data = await request.formData().catch(() => null);
  const fields = data
    ? Object.fromEntries([...data].filter(([, value]) => typeof value === "string"))
    : null;
  const result = CommentForm.safeParse(fields);
  if (!result.success) throw new Invalid("This form could not be read. Go back and send it again.");
  return result.data;
}
