import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface SunkMail {
  to: string;
  /** As it came over the wire: headers and parts, quoted-printable. */
  raw: string;
  /** The plain text as people read it. */
  text: string;
  subject: string;
}

export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  mails: SunkMail[];
  /** Refuses every recipient from now on, naming the address as real servers do. */
  refuse: () => void;
  accept: () => void;
  close: () => Promise<void>;
}

/** A real mail server on a free port that keeps what it gets. */
export async function startMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, answer) {
      answer(refusing ? new Error(`mailbox <${address}> unavailable`) : null);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        mails.push({ ...read(raw), raw, to: session.envelope.rcptTo[0]?.address ?? "" });
        answer();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: () => void (refusing = true),
    accept: () => void (refusing = false),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function read(raw: string): { text: string; subject: string } {
  const headers = raw.split("\r\n\r\n")[0]?.replaceAll(/\r\n\s+/g, " ") ?? "";
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? "";
  const part = raw.split(`--${boundary}`).find((each) => /content-type: text\/plain/i.test(each));
  const [partHeaders = "", ...body] = (part ?? "").split("\r\n\r\n");
  const text = body.join("\r\n\r\n");
  return {
    subject: /^subject: (.*)$/im.exec(headers)?.[1] ?? "",
    text: (/quoted-printable/i.test(partHeaders) ? unquoted(text) : text).replaceAll("\r\n", "\n"),
  };
}

/** Undoes quoted-printable (RFC 2045 6.7). */
function unquoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
