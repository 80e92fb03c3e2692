"use server";

import { action } from "@/lib/action";
import { DiscardUpload, discardUpload } from "@/lib/commands/import/discard-upload";

export const discard = action(DiscardUpload, discardUpload);
