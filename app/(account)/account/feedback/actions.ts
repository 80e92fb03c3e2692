"use server";

import { action } from "@/lib/action";
import { saveByline, SaveByline } from "@/lib/commands/feedback/save-byline";
import { saveMailChoice, SaveMailChoice } from "@/lib/commands/feedback/save-mail-choice";

export const nameOneself = action(SaveByline, saveByline);

export const chooseMail = action(SaveMailChoice, saveMailChoice);
