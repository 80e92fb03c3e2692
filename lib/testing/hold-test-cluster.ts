// A run of the tests that never ends: a test kills it. Prints where its cluster lives.
import pg from "pg";
import { startTestCluster } from "./test-cluster";

const { ownerUrl } = await startTestCluster();
const client = new pg.Client({ connectionString: ownerUrl.replace("%s", "postgres") });
await client.connect();
const { rows } = await client.query(
  "SELECT current_setting('data_directory') AS data, pg_read_file('postmaster.pid') AS pid",
);
const { data, pid } = rows[0] as { data: string; pid: string };
const folder = data.replace(/\/postgres\/cluster$/, "");
process.stdout.write(`${JSON.stringify({ folder, serverPid: Number.parseInt(pid, 10) })}\n`);
