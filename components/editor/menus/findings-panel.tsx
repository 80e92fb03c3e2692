"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Finding } from "@/lib/spec/lint/rule";
import { useDesk, useFindings } from "../desk-context";
import { AnchoredPanel } from "./anchored";

const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info } as const;
const TONES = { error: "text-negative", warning: "text-caution", hint: "text-ink-muted" } as const;

/** What the linter says about a block, beside it. */
export function FindingsPanel({
  uid,
  anchor,
  onClose,
}: {
  uid: string;
  anchor: Element;
  onClose: () => void;
}) {
  const desk = useDesk();
  const all = useFindings();
  const inside = desk.uidsInside(uid);
  const found = all.filter((finding) => finding.uid !== null && inside.has(finding.uid));
  return (
    <AnchoredPanel anchor={anchor} label="Worth a look" onClose={onClose}>
      <FindingList findings={found} />
    </AnchoredPanel>
  );
}

export interface FindingListProps {
  findings: readonly Finding[];
  /** Goes to the block that is meant. Left out beside that block. */
  goTo?: (uid: string) => void;
}

/** Findings, the same words about several blocks once: each place is a step away. */
export function FindingList({ findings, goTo }: FindingListProps) {
  return (
    <ul className="flex flex-col gap-2.5 text-sm">
      {alike(findings).map(({ key, severity, message, uids }) => {
        const Icon = ICONS[severity];
        return (
          <li key={key} className="flex gap-2">
            <Icon aria-label={severity} className={`mt-0.5 size-4 shrink-0 ${TONES[severity]}`} />
            <div>
              {message}
              {goTo ? (
                <span className="flex flex-wrap gap-x-3">
                  {uids.map((uid, at) => (
                    <button
                      key={`${uid}-${at}`}
                      type="button"
                      className="link min-h-6 text-start"
                      onClick={() => goTo(uid)}
                    >
                      {uids.length === 1 ? "Go there" : `Place ${at + 1}`}
                    </button>
                  ))}
                </span>
              ) : (
                uids.length > 1 && ` (${uids.length} times)`
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What is said about several blocks in the same words, once, with the blocks. */
function alike(findings: readonly Finding[]) {
  const found = new Map<string, Pick<Finding, "severity" | "message"> & { uids: string[] }>();
  for (const { rule, severity, message, uid } of findings) {
    const key = `${rule} ${message}`;
    const one = found.get(key) ?? { severity, message, uids: [] };
    if (uid) one.uids.push(uid);
    found.set(key, one);
  }
  return [...found].map(([key, one]) => ({ key, ...one }));
}
