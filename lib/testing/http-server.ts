import { request, type IncomingMessage, type RequestOptions } from "node:http";
import { connect, type AddressInfo, type Server } from "node:net";
import { parseEnv, type Env } from "@/lib/env";

/** Settings of a server under test. */
export const settings = (more: Record<string, string> = {}): Env =>
  parseEnv({
    NODE_ENV: "production",
    APP_URL: "https://spec.example.org",
    AUTH_SECRET: "a secret for tests that nobody keeps",
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    ...more,
  });

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Asks a server with exactly these headers; fetch would add and forbid some. */
export function ask(
  server: Server,
  path: string,
  { body, ...options }: RequestOptions & { body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ port: portOf(server), host: "127.0.0.1", path, ...options }, (res) => {
      let text = "";
      res.on("data", (chunk) => (text += String(chunk)));
      res.once("end", () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }),
      );
      res.once("error", reject);
    });
    req.once("error", reject);
    req.end(body);
  });
}

/** Writes bytes to a server and reads until it closes the connection. */
export function sendRaw(server: Server, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(portOf(server), "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
  });
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
