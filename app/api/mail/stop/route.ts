import { stopMail } from "@/lib/commands/feedback/stop-mail";
import { AppError } from "@/lib/errors";
import { sendOn } from "@/app/api/feedback/send-on";

/**
 * Stops mail, for the button on our page and for that of mail programs (RFC 8058). Needs no cookie and
 * no sign-in: the signed token says whose mail it is, so there is nothing another site could borrow.
 */
export async function POST(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("of") ?? "";
  const form = await request.formData().catch(() => null);
  const stops = form?.get("again") !== "yes";
  try {
    await stopMail(token, stops);
    const done = stops ? "stopped" : "again";
    return sendOn(request, `/mail/stop?of=${encodeURIComponent(token)}&done=${done}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, status } = error;
    return Response.json({ error: { code, message } }, { status });
  }
}
