import type { ReleasePreview } from "@/lib/import/release-preview";
import type { OutlineEntry } from "@/lib/spec/outline";

/** The preview of an import as text, newest version with its sections, the others in figures. */
export function previewWords(releases: readonly ReleasePreview[]): string {
  return releases
    .map((release, index) => releaseWords(release, index === releases.length - 1))
    .join("\n\n");
}

function releaseWords(release: ReleasePreview, withSections: boolean): string {
  const { label, date, folder, title, counts, noteCounts, notes, raw, since } = release;
  const name = label ?? (folder || title || "Spec");
  const levels = Object.entries(counts.clausesByLevel).map(([key, count]) => `${key} ${count}`);
  const { GOOD, BAD, OK } = counts.responses;
  const kept = Object.entries(raw).map(([kind, count]) => `${kind} ${count}`);
  const lines = [
    date ? `${name}  (${date})` : name,
    `  title       ${title ?? "(the text does not say)"}`,
    `  sections    ${counts.sections}, clauses ${counts.clauses}${levels.length > 0 ? ` (${levels.join(", ")})` : ""}`,
    `  examples    ${counts.examples}, responses ${GOOD} good, ${BAD} bad, ${OK} minor issues`,
    `  evaluation  ${counts.markers} markers, ${counts.promptsFiles} files, ${counts.prompts} prompts`,
    `  size        ${counts.words} words, ${counts.bytes} bytes`,
    ...(kept.length > 0 ? [`  as source   ${kept.join(", ")}`] : []),
    ...(since ? [`  continues   ${since.known} of ${since.all} parts of the version before`] : []),
    ...(since?.ledger ?? []).map((event) => `    ${eventWords(event)}`),
    `  remarks     ${noteCounts.error} errors, ${noteCounts.warning} warnings, ${noteCounts.info} notes`,
    ...notes.map(
      ({ severity, file, line, message }) =>
        `    ${severity.padEnd(7)} ${file}:${line}  ${message}`,
    ),
  ];
  if (withSections) lines.push("  contents", ...release.outline.flatMap(outlineWords));
  return lines.join("\n");
}

function eventWords(event: NonNullable<ReleasePreview["since"]>["ledger"][number]): string {
  switch (event.kind) {
    case "renamed":
      return `#${event.from} is now #${event.to}`;
    case "merged":
      return `#${event.from.join(", #")} went into #${event.to}`;
    case "split":
      return `#${event.from} became #${event.to.join(", #")}`;
    case "moved":
      return `#${event.id} moved ${event.to ? `under #${event.to}` : "to the top"}`;
    case "retired":
      return `#${event.id} is not there any more`;
  }
}

function outlineWords({ number, title, id, authority, children }: OutlineEntry): string[] {
  const indent = "  ".repeat(number.split(".").length);
  const tail = [authority ? `[${authority.key}]` : "", id ? `#${id}` : ""].filter(Boolean);
  return [
    `  ${indent}${number} ${title} ${tail.join(" ")}`.trimEnd(),
    ...children.flatMap(outlineWords),
  ];
}
