// Starts the cluster of a folder, says its address and is killed: for tests of what comes after.
import { startCluster } from "@/lib/data/embedded/cluster";

const { url } = await startCluster(String(process.argv[2]), { durable: false });
process.stdout.write(url, () => process.kill(process.pid, "SIGKILL"));
