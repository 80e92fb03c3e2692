"use server";

import { action } from "@/lib/action";
import { NameRevision, nameRevision } from "@/lib/commands/draft/name-revision";
import { RestoreRevision, restoreRevision } from "@/lib/commands/draft/restore-revision";

export const name = action(NameRevision, nameRevision);

export const restore = action(RestoreRevision, restoreRevision);
