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

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="flex flex-col gap-2.5 text-sm">
      {findings.map(({ rule, severity, message, uid }, place) => {
        const Icon = ICONS[severity];
        return (
          <li key={`${rule}-${uid}-${place}`} className="flex gap-2">
            <Icon aria-label={severity} className={`mt-0.5 size-4 shrink-0 ${TONES[severity]}`} />
            <span>{message}</span>
          </li>
        );
      })}
    </ul>
  );
}
