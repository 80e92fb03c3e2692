import type { UpdateRefused } from "@/lib/draft/update/update-refused";
import type { RefusalCode } from "./protocol";

const KEPT = "Your copy is kept on this device; export it before you reload.";

/** What people read when something is refused: what happened, what is safe, what to do next. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  invalid: `Your last change was not taken, because it is not something a spec can hold. ${KEPT}`,
  foreign: `Your last change was not taken, because it holds work of somebody else that the server does not know. ${KEPT}`,
  incomplete: `Your last change was not taken, because a part of it was missing. ${KEPT}`,
  "too-large": `Your last change was not taken, because the spec would become too large. ${KEPT}`,
  "read-only": `You may read this spec and not change it. Nothing of others was lost. ${KEPT}`,
  "too-many-editors": `You opened this spec for writing in too many windows today. ${KEPT} You can write again tomorrow, or now in a window that is still open.`,
  "cannot-open":
    "The spec cannot be opened at the moment. Nothing is lost. It is tried again by itself.",
  "no-access":
    "You are signed out, or you may not see this spec any more. What was saved is safe. Sign in again, or ask a publisher of the spec.",
};

export const NOT_SAVING =
  "Changes are not saved at the moment. They are kept on this device and saved as soon as the server can. Keep this page open.";

export const NEARLY_FULL =
  "This spec is close to the largest size that can be edited together. Move parts of it into a spec of their own.";

export const RELOAD_WORDS = {
  version:
    "Precept was updated. Reload this page to go on editing. What you see here is not changed any more.",
  epoch:
    "This spec was replaced by another copy, such as a restored backup. Export your copy if you need it, then reload.",
} as const;

const CODES: Readonly<Record<UpdateRefused["code"], RefusalCode>> = {
  malformed: "invalid",
  invalid: "invalid",
  incomplete: "incomplete",
  "too-large": "too-large",
};

export const refusalCodeOf = ({ code }: UpdateRefused): RefusalCode => CODES[code];
