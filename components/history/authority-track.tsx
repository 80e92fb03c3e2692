import { AuthorityBadge } from "@/components/authority/authority-badge";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";

export interface AuthorityTrackProps {
  /** Keys of levels in order of time, null for none. */
  authorities: readonly (string | null)[];
  levels: readonly AuthorityLevel[];
  at: number;
}

/** The authority of a section over the same steps as the slider above it. */
export function AuthorityTrack({ authorities, levels, at }: AuthorityTrackProps) {
  const runs: { key: string | null; length: number }[] = [];
  for (const key of authorities) {
    const last = runs.at(-1);
    if (last && last.key === key) last.length += 1;
    else runs.push({ key, length: 1 });
  }
  const now = authorities[at] ?? null;
  return (
    <div>
      <div className="flex h-2 gap-px overflow-hidden rounded-full" aria-hidden>
        {runs.map(({ key, length }, index) => {
          const look = key === null ? null : levelOf(key, levels);
          return (
            <span
              key={index}
              style={{ flexGrow: length }}
              className={
                look
                  ? `${LEVEL_CLASS[look.colour]} bg-(--level-fill)`
                  : "border border-line bg-sunken"
              }
            />
          );
        })}
      </div>
      <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm text-ink-muted">
        Authority at this moment:{" "}
        {now === null ? "none" : <AuthorityBadge {...levelOf(now, levels)} />}
        {runs.length > 1 &&
          `It changed ${runs.length - 1 === 1 ? "once" : `${runs.length - 1} times`}.`}
      </p>
    </div>
  );
}
