import type { ProfileName } from "@/lib/spec/document";

/**
 * Guesses the dialect of a text: the Model Spec's when it has a sign that hardly anything else has,
 * an authority on a heading or an example with a conversation, else `generic`.
 */
export function detectProfile(text: string): ProfileName {
  return SIGNS.some((sign) => sign.test(text)) ? "model-spec" : "generic";
}

const SIGNS = [
  /^#{1,6} [^\r\n]*\{[^{}\r\n]*\bauthority=/m,
  /^\*\*Example(?:\*\*:|:\*\*)[^\r\n]*(?:\r?\n){1,3}~~~xml[ \t]*$/m,
  /^Examples for \[\^[^\]\r\n]+\] in /m,
];
