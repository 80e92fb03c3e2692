"use server";

import { action } from "@/lib/action";
import { NameRevision, nameRevision } from "@/lib/commands/name-revision";
import { RestoreRevision, restoreRevision } from "@/lib/commands/restore-revision";

export const name = action(NameRevision, nameRevision);

export const restore = action(RestoreRevision, restoreRevision);
