// A process of its own that takes part in a cluster until it is told to leave or is killed.
// Usage: node --import tsx lib/testing/hold-cluster.ts FOLDER
import { startCluster } from "@/lib/data/embedded/cluster";

const cluster = await startCluster(String(process.argv[2]), { durable: false });
process.stdout.write(`${JSON.stringify({ url: cluster.url, adopted: cluster.adopted })}\n`);
process.stdin.on("end", async () => {
  process.stdout.write(`${await cluster.stop()}\n`);
  process.exit(0);
});
process.stdin.resume();
