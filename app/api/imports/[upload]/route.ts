import { requireActor } from "@/lib/auth/current-actor";
import { confirmImport, ConfirmImport } from "@/lib/commands/import/confirm-import";
import { Invalid } from "@/lib/errors";
import { progressAnswer, refusalAnswer, requireOwnPage } from "../progress-answer";

interface Context {
  params: Promise<{ upload: string }>;
}

/** How far an import is, for the page that waits. */
export type ImportProgress = { read: number; total: number | null } | { writing: string };

/** Writes what was uploaded, and tells how far it is. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    requireOwnPage(request);
    const actor = await requireActor();
    const { upload } = await params;
    const body: unknown = await request.json().catch(() => null);
    const input = ConfirmImport.safeParse({ ...(body as object), uploadId: upload });
    if (!input.success) throw new Invalid("Some fields need another look.", fieldsOf(input.error));
    return progressAnswer<ImportProgress, { slug: string }>((tell) =>
      confirmImport(actor, input.data, new Date(), {
        onRead: tell,
        onWrite: (writing) => tell({ writing }),
      }),
    );
  } catch (error) {
    return refusalAnswer(error);
  }
}

function fieldsOf({ issues }: { issues: readonly { path: PropertyKey[]; message: string }[] }) {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}
