// Recomputes the audit log and all releases of the configured database: npm run verify
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { verifyReleases } from "@/lib/data/verify-releases";
import { openDatabase } from "./open-database";
import { main, ScriptStopped } from "./progress";

await main(async () => {
  const { close } = await openDatabase("only read");
  try {
    const { events, head, faults } = await verifyAuditChain();
    console.log(`Audit log: ${events} events, head ${head}`);
    for (const { seq, problem } of faults) console.error(`✗ event ${seq}: ${problem}`);
    if (faults.length > 0) {
      throw new ScriptStopped(
        "The audit log is not what was written. Compare it with a backup before you change anything.",
      );
    }
    console.log("✓ Every event builds on the one before it, and each is what its hash says.");
    await tellReleases();
  } finally {
    await close();
  }
});

async function tellReleases(): Promise<void> {
  const { documents, releases, candidates, approvals, faults } = await verifyReleases();
  console.log(
    `Releases: ${releases}, candidates: ${candidates}, approvals: ${approvals}, stored texts: ${documents}`,
  );
  for (const { where, problem } of faults) console.error(`✗ ${where}: ${problem}`);
  if (faults.length > 0) {
    throw new ScriptStopped(
      "Something that was published or reviewed is not what it was. Compare with a backup before you change anything.",
    );
  }
  console.log("✓ Every release, candidate and approval is what its hash says.");
}
