import { CircleAlert, CircleCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { plural } from "./review-words";

export interface ToldSection {
  key: string;
  title: string;
  id: string | null;
}

export interface UntoldChangesProps {
  sections: readonly ToldSection[];
  /** Keys of the sections that the notes do not tell of. */
  untold: readonly string[];
  /** Puts a line about a section into the notes. */
  onMention: (line: string) => void;
}

const MOST_SHOWN = 8;

/** Which changes of meaning the notes leave out: each has to be told, or a reviewer answers for it. */
export function UntoldChanges({ sections, untold, onMention }: UntoldChangesProps) {
  const missing = sections.filter(({ key }) => untold.includes(key));
  if (sections.length === 0) return null;
  const told = missing.length === 0;
  const Icon = told ? CircleCheck : CircleAlert;
  return (
    <div className="rounded-md border border-line bg-raised px-4 py-3">
      <p role="status" className="flex gap-2.5">
        <Icon
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${told ? "text-positive" : "text-caution"}`}
        />
        {told
          ? `The notes tell all ${plural(sections.length, "section")} whose meaning changed.`
          : `The notes leave out ${missing.length} of ${plural(sections.length, "section")} whose meaning changed. A reviewer has to answer for each that needs no mention.`}
      </p>
      {!told && (
        <ul className="mt-2 flex flex-col divide-y divide-line ps-6">
          {missing.slice(0, MOST_SHOWN).map(({ key, title, id }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
              {title || "Untitled"}
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Mention: ${title}`}
                onClick={() => onMention(`\n- **${title}**${id ? ` (#${id})` : ""}: `)}
              >
                Mention
              </Button>
            </li>
          ))}
        </ul>
      )}
      {missing.length > MOST_SHOWN && (
        <p className="mt-1 ps-6 text-sm text-ink-muted">
          And {plural(missing.length - MOST_SHOWN, "other")}.
        </p>
      )}
    </div>
  );
}
