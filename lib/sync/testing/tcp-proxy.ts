import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A way to the database (or anything) that a test can cut, as a network does. */
export class TcpProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private isCut = false;
  private isSilent = false;

  private constructor(private readonly server: Server) {}

  static async to(host: string, port: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server);
    server.on("connection", (near) => proxy.join(near, host, port));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections break, new ones too. */
  cut(): void {
    this.isCut = true;
    for (const pair of this.pairs) pair.forEach((socket) => socket.destroy());
  }

  /** Nothing passes any more and nobody is told: what a partition looks like. */
  silence(): void {
    this.isSilent = true;
    for (const pair of this.pairs) pair.forEach((socket) => socket.pause());
  }

  heal(): void {
    this.isCut = this.isSilent = false;
    for (const pair of this.pairs) pair.forEach((socket) => socket.resume());
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, host: string, port: number): void {
    near.on("error", () => undefined);
    if (this.isCut) return void near.destroy();
    const far = connect(port, host);
    far.on("error", () => undefined);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("data", (data) => {
        if (!to.write(data)) from.pause();
      });
      to.on("drain", () => !this.isSilent && from.resume());
      from.on("close", () => {
        this.pairs.delete(pair);
        to.destroy();
      });
    }
    if (this.isSilent) pair.forEach((socket) => socket.pause());
  }
}
