import { createServer, type Server, type ServerOptions } from "node:http";
import { answerOnSocket } from "./plain-answer";

/** An HTTP server with limits against clients that are slow on purpose (QUALITY T4). */
export function createHttpServer(limits: ServerOptions = {}): Server {
  const server = createServer({
    // How often the two limits below are looked at; Node's own 30 s would make them meaningless.
    connectionsCheckingInterval: 500,
    headersTimeout: 10_000,
    // 1 MB in a minute is 17 KB a second: a bad mobile network still gets through.
    requestTimeout: 60_000,
    // Longer than the 60 s of common proxies, so that a proxy never writes into a closed connection.
    keepAliveTimeout: 65_000,
    ...limits,
  });
  server.maxHeadersCount = 100;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else if (error.code === "HPE_HEADER_OVERFLOW") answerOnSocket(socket, 431, "Too many headers.");
    else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT")
      answerOnSocket(socket, 408, "The request took too long to arrive.");
    else answerOnSocket(socket, 400, "That is not HTTP.");
  });
  return server;
}
