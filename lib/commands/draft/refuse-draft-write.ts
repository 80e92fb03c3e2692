import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";

/** Records that somebody sent changes to a draft that they may only read. Nothing of it was taken. */
export async function refuseDraftWrite({
  personId,
  specId,
}: {
  personId: string;
  specId: string;
}): Promise<void> {
  await transaction((tx) =>
    recordEvent(tx, { kind: "draft.write_refused", actorId: personId, specId }),
  );
}
