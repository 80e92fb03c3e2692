"use server";

import { action } from "@/lib/action";
import { ArchiveSpec, archiveSpec } from "@/lib/commands/archive-spec";
import { RenameSpec, renameSpec } from "@/lib/commands/rename-spec";
import { RestoreSpec, restoreSpec } from "@/lib/commands/restore-spec";
import { SaveLevels, saveLevels } from "@/lib/commands/save-levels";

export const rename = action(RenameSpec, renameSpec);

export const archive = action(ArchiveSpec, (actor, input) => archiveSpec(actor, input, new Date()));

export const restore = action(RestoreSpec, restoreSpec);

export const saveAll = action(SaveLevels, saveLevels);
