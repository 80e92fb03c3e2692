// A process of its own with nothing but the sync endpoint, for tests that kill it. Settings come from the
// environment; it prints the port once it listens, and stops in order on SIGTERM.
import { startSyncServer } from "@/lib/sync/testing/sync-server";

const server = await startSyncServer({}, Number(process.env.SYNC_PORT ?? 0));
process.stdout.write(`listening ${new URL(server.url).port}\n`);
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
