import { createTransport } from "nodemailer";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers. */
  headers?: Record<string, string>;
}

/** The mail server did not take a mail. */
export class MailNotSent extends AppError {
  readonly code = "mail_not_sent";
  readonly status = 503;

  constructor() {
    super(
      "The mail could not be sent. Try again in a few minutes; if it keeps failing, tell an administrator.",
    );
  }
}

// A person waits for the answer, so a server that does not speak is given up on early.
const PATIENCE_MS = 10_000;

/**
 * Hands a mail to the server of SMTP_URL.
 *
 * @throws MailNotSent when the server cannot be reached or refuses it. The log gets the reason without
 *   the server's own words, because these quote the recipient's address.
 */
export async function sendMail(
  settings: { server: string; from: string },
  mail: Mail,
): Promise<void> {
  const transport = createTransport({
    url: settings.server,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.sendMail({ from: settings.from, ...mail });
  } catch (error) {
    const { code, responseCode, command } = error as Record<string, unknown>;
    log().error({ code, responseCode, command }, "mail not sent");
    throw new MailNotSent();
  } finally {
    transport.close();
  }
}
