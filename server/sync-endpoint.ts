import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { ADDRESS_HEADER } from "@/lib/auth/client-address";
import { openSessionCookie } from "@/lib/auth/session-cookie";
import { refuseDraftWrite } from "@/lib/commands/draft/refuse-draft-write";
import { DraftStore } from "@/lib/data/draft-store";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { log } from "@/lib/log";
import { accessOf, type Access } from "@/lib/sync/access";
import { Connection, type Person } from "@/lib/sync/connection";
import { CLOSE, encodeServerMessage, MAX_FRAME_BYTES } from "@/lib/sync/protocol";
import { Rooms, type RoomsOptions } from "@/lib/sync/rooms";
import { SocketCounts } from "@/lib/sync/socket-counts";
import { StateAnswers } from "@/lib/sync/state-answer";
import type { DraftHead, Storage } from "@/lib/sync/storage";
import { RELOAD_WORDS } from "@/lib/sync/words";
import { answerOnSocket, answerPlainly } from "./plain-answer";

export interface SyncOptions {
  databaseUrl: string;
  /** Scheme, host and port that pages come from: the only Origin that may connect. */
  origin: string;
  /** Sockets from one address at a time. */
  socketsPerAddress: number;
  storage?: Storage;
  snapshots?: RoomsOptions["snapshots"];
}

const PREFIX = "/sync/";
const SPEC_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NO_SPEC = "00000000-0000-0000-0000-000000000000";
const SOCKETS_PER_PERSON = 20;
const DRAIN_MS = 7_000;
// Roles are looked up again when it was not heard that they changed.
const ACCESS_EVERY_MS = 30_000;
const ACCESS_WHILE_DEAF_MS = 3_000;

/** Live editing: the WebSocket endpoint and the state that browsers fetch before they open it. */
export class SyncEndpoint {
  readonly prefix = PREFIX;
  private readonly store: DraftStore | null;
  private readonly storage: Storage;
  private readonly rooms: Rooms;
  private readonly states: StateAnswers;
  private readonly counts: SocketCounts;
  private readonly accessTimer: NodeJS.Timeout;
  private accessLookedUpAt = performance.now();
  private isClosing = false;
  // Nothing is compressed: updates are a few dozen bytes, where deflate adds bytes and 30 KB of memory a
  // socket, and the one large message, the first state, is fetched compressed over HTTP. Without it one
  // buffer also serves all receivers.
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });

  constructor(private readonly options: SyncOptions) {
    this.store = options.storage ? null : new DraftStore(options.databaseUrl);
    this.storage = options.storage ?? this.store!;
    this.states = new StateAnswers(this.storage);
    this.counts = new SocketCounts(options.socketsPerAddress, SOCKETS_PER_PERSON);
    this.rooms = new Rooms({
      ...options,
      storage: this.storage,
      offended: (personId, specId) => this.recordOffence(personId, specId),
      accessChanged: (userId) => void this.checkAccess(userId),
    });
    this.accessTimer = setInterval(() => this.checkAccessNowAndThen(), 1_000);
  }

  /** Decides before the upgrade who is there (QUALITY T1, T2, T4); takes the socket or answers on it. */
  readonly handle = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const refuse = (status: number, words: string) => answerOnSocket(socket, status, words);
    if (this.isClosing) return refuse(503, "Precept is restarting. Try again in a moment.");
    if (req.headers.origin !== this.options.origin) {
      return refuse(403, "Live editing is only for pages of this site.");
    }
    const address = String(req.headers[ADDRESS_HEADER] ?? "unknown");
    const free = this.counts.countAddress(address);
    if (!free) return refuse(429, "Too many connections come from your network at the moment.");
    socket.once("close", free);
    const { specId, query } = placeOf(req.url ?? "");
    const access = await this.accessTo(specId, req);
    if (access.kind === "signed-out") return refuse(401, "Sign in to edit this spec.");
    if (access.kind !== "granted") {
      return refuse(404, "There is no such spec here, or you may not see it.");
    }
    const freePerson = this.counts.countPerson(access.person.id);
    if (!freePerson) return refuse(429, "You have this site open in too many windows.");
    socket.once("close", freePerson);
    if (socket.destroyed) return;
    this.server.handleUpgrade(req, socket, head, (ws) => {
      const outdated = outdatedBy(query, access.draft);
      if (outdated) this.sayReload(ws, outdated);
      else this.welcome(ws, socket, specId, access);
    });
  };

  /** GET /sync/<specId>/state. */
  readonly answerState = async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const { specId, rest } = placeOf(req.url ?? "");
    if (!req.url?.startsWith(PREFIX)) return false;
    if (rest !== "state") {
      answerPlainly(res, 404, "There is nothing here.");
      return true;
    }
    if (req.method !== "GET" && req.method !== "HEAD") {
      res.setHeader("allow", "GET, HEAD");
      answerPlainly(res, 405, "The state of a draft can only be read.");
      return true;
    }
    const access = await this.accessTo(specId, req);
    if (access.kind === "signed-out") answerPlainly(res, 401, "Sign in to see this spec.");
    else await this.answerStateOf(req, res, specId, access);
    return true;
  };

  /** Stops: takes nobody in, commits what came, keeps snapshots, sends everybody away. */
  readonly close = async (): Promise<void> => {
    this.isClosing = true;
    clearInterval(this.accessTimer);
    await this.rooms.close(DRAIN_MS);
    await this.store?.close();
  };

  private async answerStateOf(
    req: IncomingMessage,
    res: ServerResponse,
    specId: string,
    access: Access,
  ): Promise<void> {
    if (access.kind !== "granted") {
      return answerPlainly(res, 404, "There is no such spec here, or you may not see it.");
    }
    const { draft } = access;
    if (await this.states.answer(req, res, specId, draft)) return;
    // No snapshot yet: opening the room makes one, and the socket brings everything.
    res.statusCode = 204;
    res.setHeader("cache-control", "no-store");
    res.end();
  }

  private async accessTo(specId: string, req: IncomingMessage): Promise<Access> {
    const ids = await openSessionCookie(req.headers.cookie ?? null);
    if (!ids) return { kind: "signed-out" };
    // Nothing has this id; whether the session is alive is told all the same.
    const asked = SPEC_ID.test(specId) ? specId : NO_SPEC;
    return accessOf(ids.sessionId, await this.storage.findStanding(ids, asked));
  }

  private sayReload(ws: WebSocket, because: "version" | "epoch"): void {
    ws.on("error", () => ws.terminate());
    ws.send(encodeServerMessage({ type: "reload", because, words: RELOAD_WORDS[because] }));
    ws.close(CLOSE.reload);
    setTimeout(() => ws.terminate(), 2_000).unref();
  }

  private welcome(
    ws: WebSocket,
    socket: Duplex,
    specId: string,
    { person, canWrite }: { person: Person; canWrite: boolean },
  ): void {
    const connection = new Connection(ws, socket, person, canWrite);
    void this.rooms.enter(connection, specId);
  }

  private checkAccessNowAndThen(): void {
    const every = this.rooms.isListening ? ACCESS_EVERY_MS : ACCESS_WHILE_DEAF_MS;
    if (performance.now() - this.accessLookedUpAt > every) void this.checkAccess(null);
  }

  /** Closes or changes what somebody may no longer do, or may do now (QUALITY A11). */
  private async checkAccess(userId: string | null): Promise<void> {
    if (userId === null) this.accessLookedUpAt = performance.now();
    const affected = [...this.rooms.connections()].filter(
      ({ connection }) => userId === null || connection.person.id === userId,
    );
    for (const { connection, room } of affected) {
      try {
        const { id: userIdThere, sessionId } = connection.person;
        const ids = { sessionId, userId: userIdThere };
        const found = await this.storage.findStanding(ids, room.specId);
        room.grant(connection, accessOf(sessionId, found));
      } catch (error) {
        // Nothing can be saved either while the database does not answer; it is looked up again.
        log().warn({ err: error }, "sync: access not looked up");
        return;
      }
    }
  }

  private recordOffence(personId: string, specId: string): void {
    refuseDraftWrite({ personId, specId }).catch((error) =>
      log().error({ err: error }, "sync: offence not recorded"),
    );
  }
}

function placeOf(url: string): { specId: string; rest: string; query: URLSearchParams } {
  const [path = "", search = ""] = url.split("?", 2);
  const [specId = "", ...rest] = path.slice(PREFIX.length).split("/");
  return { specId, rest: rest.join("/"), query: new URLSearchParams(search) };
}

function outdatedBy(query: URLSearchParams, { epoch }: DraftHead): "version" | "epoch" | null {
  if (query.get("version") !== DRAFT_VERSION) return "version";
  return query.get("epoch") === String(epoch) ? null : "epoch";
}
