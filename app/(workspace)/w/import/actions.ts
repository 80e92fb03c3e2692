"use server";

import { action } from "@/lib/action";
import { DiscardUpload, discardUpload } from "@/lib/commands/discard-upload";

export const discard = action(DiscardUpload, discardUpload);
