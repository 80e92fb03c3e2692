// Recomputes the audit log of the configured database: npm run verify
import { openDatabase } from "./open-database";
import { verifyAuditChain } from "@/lib/data/verify-audit";

const { close } = await openDatabase();
try {
  const { events, head, faults } = await verifyAuditChain();
  console.log(`Audit log: ${events} events, head ${head}`);
  for (const { seq, problem } of faults) console.error(`✗ event ${seq}: ${problem}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log("✓ Every event builds on the one before it, and each is what its hash says.");
} finally {
  await close();
}
