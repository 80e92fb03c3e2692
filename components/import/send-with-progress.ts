import type { ActionFailure, ActionResult } from "@/lib/action-result";

export interface SendOptions<Progress> {
  contentType: string;
  /** Bytes sent so far, of all. */
  onSent?: (sent: number, total: number) => void;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/**
 * Sends a body and reads the answer line by line as it comes. XMLHttpRequest, because fetch cannot tell
 * how much of an upload is sent.
 */
export function sendWithProgress<Progress, Done>(
  address: string,
  body: Blob | string,
  { contentType, onSent, onProgress, signal }: SendOptions<Progress>,
): Promise<ActionResult<Done>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const reader = new LineReader<Progress, Done>((progress) => onProgress?.(progress));
    const end = () => resolve(reader.result ?? { ok: false, error: unreachable });
    request.open("POST", address);
    request.setRequestHeader("content-type", contentType);
    request.upload.onprogress = ({ loaded, total }) => onSent?.(loaded, total);
    request.onprogress = () => reader.read(request.responseText);
    request.onload = () => {
      // A refusal before the work began may be plain text.
      reader.read(`${request.responseText}\n`);
      if (!reader.result && request.status >= 400) {
        reader.result = { ok: false, error: refused(request) };
      }
      end();
    };
    request.onerror = end;
    request.onabort = end;
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

/** Takes a growing text apart into lines of JSON. */
class LineReader<Progress, Done> {
  result: ActionResult<Done> | null = null;
  #read = 0;

  constructor(private readonly onProgress: (progress: Progress) => void) {}

  read(text: string): void {
    for (let end = text.indexOf("\n", this.#read); end >= 0; end = text.indexOf("\n", this.#read)) {
      const line = text.slice(this.#read, end);
      this.#read = end + 1;
      if (line.startsWith("{")) this.#take(line);
    }
  }

  #take(line: string): void {
    const message = JSON.parse(line) as { progress?: Progress; done?: Done; error?: ActionFailure };
    if (message.error) this.result = { ok: false, error: message.error };
    else if (message.done !== undefined) this.result = { ok: true, data: message.done };
    else if (message.progress !== undefined) this.onProgress(message.progress);
  }
}

const unreachable: ActionFailure = {
  code: "unreachable",
  message: "The connection ended before there was an answer. Check it, then try again.",
};

const refused = ({ status, responseText }: XMLHttpRequest): ActionFailure => ({
  code: String(status),
  message: responseText.slice(0, 300) || "The server refused this. Try again in a moment.",
});
