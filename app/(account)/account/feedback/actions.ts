"use server";

import { action } from "@/lib/action";
import { saveByline, SaveByline } from "@/lib/commands/save-byline";
import { saveFeedbackMail, SaveFeedbackMail } from "@/lib/commands/save-feedback-mail";

export const nameOneself = action(SaveByline, saveByline);

export const chooseMail = action(SaveFeedbackMail, saveFeedbackMail);
