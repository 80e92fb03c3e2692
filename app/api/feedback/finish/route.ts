import { currentActor } from "@/lib/auth/current-actor";
import { dropPendingSecret, readPendingSecret } from "@/lib/auth/pending-cookie";
import { requireSameOrigin } from "@/lib/auth/same-origin";
import {
  findPendingComment,
  forgetPendingComment,
  publishPendingComment,
} from "@/lib/commands/pending-comment";
import { saveByline } from "@/lib/commands/save-byline";
import { AppError, Unauthenticated } from "@/lib/errors";
import { postedPlace } from "../places";
import { sendOn } from "../send-on";

/** Posts the words that waited for their author, or throws them away when the author says so. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    const data = await request.formData();
    const secret = await readPendingSecret();
    const at = new Date();
    const pending = secret ? await findPendingComment(secret, at) : null;
    if (!secret || !pending) return sendOn(request, "/feedback/finish");
    if (data.get("deed") === "discard") {
      await forgetPendingComment(secret);
      await dropPendingSecret();
      return sendOn(request, pending.place);
    }
    const actor = await currentActor();
    if (!actor) throw new Unauthenticated();
    if (data.has("organisation")) {
      await saveByline(actor, {
        showsName: data.get("byline") === "name",
        organisation: String(data.get("organisation") ?? "")
          .trim()
          .slice(0, 120),
      });
    }
    try {
      const posted = await publishPendingComment(actor, secret, at);
      await dropPendingSecret();
      return sendOn(request, postedPlace(pending.form.spec, posted));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { place } = pending;
      const mark = place.includes("?") ? "&" : "?";
      return sendOn(request, `${place}${mark}problem=${error.code}#write`, error.message);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}
