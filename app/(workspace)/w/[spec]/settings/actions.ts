"use server";

import { action } from "@/lib/action";
import { ArchiveSpec, archiveSpec } from "@/lib/commands/specs/archive-spec";
import { RenameSpec, renameSpec } from "@/lib/commands/specs/rename-spec";
import { RestoreSpec, restoreSpec } from "@/lib/commands/specs/restore-spec";
import { SaveLevels, saveLevels } from "@/lib/commands/specs/save-levels";

export const rename = action(RenameSpec, renameSpec);

export const archive = action(ArchiveSpec, (actor, input) => archiveSpec(actor, input, new Date()));

export const restore = action(RestoreSpec, restoreSpec);

export const saveAll = action(SaveLevels, saveLevels);
