import { AuthorityBadge } from "@/components/authority/authority-badge";
import type { ReleasePreview } from "@/lib/import/release-preview";
import { SinceFacts } from "./since-facts";

/** What is in a version that is about to be imported, in figures. */
export function ReleaseFacts({ release }: { release: ReleasePreview }) {
  const { counts, levels, profile, raw, since } = release;
  const kept = Object.entries(raw);
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Fact name="Sections" value={counts.sections} />
        <Fact name="Clauses" value={counts.clauses} />
        <Fact name="Examples" value={counts.examples} />
        <Fact name="Words" value={counts.words} />
        <Fact
          name="Responses"
          value={counts.responses.GOOD + counts.responses.BAD + counts.responses.OK}
          detail={`${counts.responses.GOOD} good, ${counts.responses.BAD} bad, ${counts.responses.OK} minor issues`}
        />
        <Fact
          name="References"
          value={counts.autoTitledLinks + counts.textLinks + counts.linksInReasons}
          detail={`and ${figure(counts.externalLinks)} links elsewhere`}
        />
        <Fact
          name="Evaluation markers"
          value={counts.markers}
          detail={`${figure(counts.prompts)} prompts in ${figure(counts.promptsFiles)} files`}
        />
        <Fact
          name="Written as"
          value={profile === "model-spec" ? "Model Spec Markdown" : "Markdown"}
        />
      </dl>
      {counts.clauses > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-2" aria-label="Clauses by authority level">
          {levels.map((level) => (
            <li key={level.key} className="flex items-center gap-1.5">
              <AuthorityBadge {...level} />
              <span className="tabular-nums">{counts.clausesByLevel[level.key] ?? 0}</span>
            </li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <p className="max-w-prose text-sm text-ink-muted">
          Kept as source, byte for byte, because a spec has no other form for it:{" "}
          {kept.map(([kind, count]) => `${rawName(kind)} (${count})`).join(", ")}.
        </p>
      )}
      {since && <SinceFacts since={since} />}
    </div>
  );
}

function Fact({ name, value, detail }: { name: string; value: number | string; detail?: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-muted">{name}</dt>
      <dd
        className={typeof value === "number" ? "text-lg font-semibold tabular-nums" : "font-medium"}
      >
        {typeof value === "number" ? figure(value) : value}
      </dd>
      {detail && <dd className="text-sm text-ink-muted">{detail}</dd>}
    </div>
  );
}

const figure = (count: number) => count.toLocaleString("en");

const RAW_NAMES: Record<string, string> = {
  html: "HTML",
  comment: "comments",
  frontMatter: "front matter",
  definition: "link definitions",
  footnote: "footnotes",
  rule: "clause numbers",
  opaque: "examples that could not be read",
  deep: "text nested too deeply",
};

const rawName = (kind: string) => RAW_NAMES[kind] ?? kind;
