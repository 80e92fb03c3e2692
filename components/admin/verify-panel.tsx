"use client";

import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface VerifyReport {
  events: string;
  head: string;
  faults: { seq: string; problem: string }[];
}

export interface VerifyPanelProps {
  verify: (input: Record<string, never>) => Promise<ActionResult<VerifyReport>>;
}

/** Recomputes the whole log and says whether it is what it was. */
export function VerifyPanel({ verify }: VerifyPanelProps) {
  const [report, setReport] = useState<VerifyReport | null>(null);
  const { run, pending, error } = useAction(verify, { onDone: setReport });
  return (
    <div className="flex flex-col items-start gap-4">
      <FormError error={error} />
      <Button pending={pending} onClick={() => run({})}>
        {!pending && <ShieldCheck aria-hidden />}
        Verify the whole log
      </Button>
      {report && <Report report={report} />}
    </div>
  );
}

function Report({ report: { events, head, faults } }: { report: VerifyReport }) {
  if (faults.length === 0) {
    return (
      <Notice announce title={`All ${events} events are whole, in order, and unchanged`}>
        Hash of the newest: <code className="font-mono text-sm break-all">{head}</code>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" announce title="The log is not what it was">
      Somebody changed it in the database. Keep a copy of the database as it is, and compare it with
      a backup.
      <ul className="mt-2 list-disc ps-5">
        {faults.slice(0, 10).map(({ seq, problem }, index) => (
          <li key={index}>
            Event {seq}: {problem}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
