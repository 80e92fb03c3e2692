import type { BodyPart } from "./body-parts";

const WORDS: Record<string, string> = { "under_18: true": "Under 18" };

/** The settings that a message carries, as badges. */
export function Settings({ parts }: { parts: readonly BodyPart[] }) {
  const lines = parts
    .flatMap((part) => (part.kind === "words" ? part.text.split("\n") : []))
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    <span className="settings">
      {lines.map((line) => (
        <b key={line} className="setting" title={`Setting ${line}`}>
          {WORDS[line] ?? line}
        </b>
      ))}
    </span>
  );
}
