"use server";

import { action } from "@/lib/action";
import {
  AnnounceConsultation,
  announceConsultation,
  CallOffConsultation,
  callOffConsultation,
} from "@/lib/commands/feedback/announce-consultation";
import {
  SaveFeedbackSettings,
  saveFeedbackSettings,
} from "@/lib/commands/feedback/save-feedback-settings";

export const save = action(SaveFeedbackSettings, saveFeedbackSettings);

export const announce = action(AnnounceConsultation, announceConsultation);

export const callOff = action(CallOffConsultation, callOffConsultation);
