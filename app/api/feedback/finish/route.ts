import { mailSignInLink } from "@/lib/auth/start-outside-sign-in";
import { openBrowserSession, requestAddress } from "@/lib/auth/browser-session";
import { currentActor } from "@/lib/auth/current-actor";
import { dropPendingSecret, readPendingSecret } from "@/lib/auth/pending-cookie";
import { requireSameOrigin } from "@/lib/auth/same-origin";
import { confirmsAddresses } from "@/lib/auth/settings";
import { EmailAddress } from "@/lib/commands/people/fields";
import {
  findPendingComment,
  forgetPendingComment,
  publishPendingComment,
} from "@/lib/commands/feedback/pending-comment";
import { registerPerson, RegisterPerson } from "@/lib/commands/people/register-person";
import { saveByline, SaveByline } from "@/lib/commands/feedback/save-byline";
import {
  signInWithPassword,
  SignInWithPassword,
} from "@/lib/commands/people/sign-in-with-password";
import { AppError, Invalid, Unauthenticated } from "@/lib/errors";
import { postedPlace } from "../places";
import { sendOn } from "../send-on";

const HERE = "/feedback/finish";

/**
 * The last step of a comment: who its author is, then posting it. Plain forms, so that it works without
 * a script; what goes wrong leads back to the page, and the words stay kept.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    const data = await request.formData();
    return await take(request, data);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return sendOn(request, `${HERE}?problem=${error.code}`, error.message);
  }
}

async function take(request: Request, data: FormData): Promise<Response> {
  const at = new Date();
  switch (data.get("deed")) {
    case "discard":
      return discard(request);
    case "sign-in":
      return signIn(request, data, at);
    case "register":
      return register(request, data, at);
    default:
      return post(request, data, at);
  }
}

async function signIn(request: Request, data: FormData, at: Date): Promise<Response> {
  const input = read(SignInWithPassword, data);
  const { userId } = await signInWithPassword(input, await requestAddress(), at);
  await openBrowserSession(userId, "password", at);
  return sendOn(request, HERE);
}

/** Where mail can be sent, an account begins with a link to its address; the words wait meanwhile. */
async function register(request: Request, data: FormData, at: Date): Promise<Response> {
  if (confirmsAddresses()) {
    const email = EmailAddress.safeParse(data.get("email"));
    if (!email.success) throw new Invalid("Write an e-mail address.");
    await mailSignInLink(email.data, HERE, at);
    return sendOn(request, "/check-mail");
  }
  const { id } = await registerPerson(read(RegisterPerson, data), await requestAddress(), at);
  await openBrowserSession(id, "password", at);
  return sendOn(request, HERE);
}

async function discard(request: Request): Promise<Response> {
  const secret = await readPendingSecret();
  const pending = secret ? await findPendingComment(secret, new Date()) : null;
  if (secret) await forgetPendingComment(secret);
  await dropPendingSecret();
  return sendOn(request, pending?.place ?? HERE);
}

async function post(request: Request, data: FormData, at: Date): Promise<Response> {
  const secret = await readPendingSecret();
  const pending = secret ? await findPendingComment(secret, at) : null;
  if (!secret || !pending) return sendOn(request, HERE);
  const actor = await currentActor();
  if (!actor) throw new Unauthenticated();
  if (data.has("organisation")) {
    const showsName = data.get("byline") === "name";
    await saveByline(actor, read(SaveByline, data, { showsName }));
  }
  try {
    const posted = await publishPendingComment(actor, secret, at);
    await dropPendingSecret();
    return sendOn(request, postedPlace(pending.form.spec, posted));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const mark = pending.place.includes("?") ? "&" : "?";
    return sendOn(request, `${pending.place}${mark}problem=${error.code}#write`, error.message);
  }
}

interface Schema<T> {
  safeParse: (input: unknown) => { success: true; data: T } | { success: false };
}

function read<T>(schema: Schema<T>, data: FormData, more: object = {}): T {
  const result = schema.safeParse({ ...Object.fromEntries(data), ...more });
  if (!result.success) throw new Invalid("Some fields need another look.");
  return result.data;
}
