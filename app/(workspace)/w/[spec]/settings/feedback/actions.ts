"use server";

import { action } from "@/lib/action";
import {
  AnnounceConsultation,
  announceConsultation,
  CallOffConsultation,
  callOffConsultation,
} from "@/lib/commands/announce-consultation";
import { SaveFeedbackSettings, saveFeedbackSettings } from "@/lib/commands/save-feedback-settings";

export const save = action(SaveFeedbackSettings, saveFeedbackSettings);

export const announce = action(AnnounceConsultation, announceConsultation);

export const callOff = action(CallOffConsultation, callOffConsultation);
