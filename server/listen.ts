import type { Server } from "node:http";

/** The server cannot listen where it should; the message says what to do. */
class CannotListen extends Error {
  override name = "CannotListen";
}

/** Begins to take connections. @throws CannotListen with words. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(inWords(error, port, host));
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const options = { cause: error };
  switch (error.code) {
    case "EADDRINUSE":
      return new CannotListen(
        `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`,
        options,
      );
    case "EACCES":
      return new CannotListen(
        `This account may not listen on port ${port}. Set PORT to a number above 1023.`,
        options,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new CannotListen(
        `HOST=${host} is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all networks.`,
        options,
      );
    default:
      return error;
  }
}
