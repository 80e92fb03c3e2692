"use client";

import { useRouter } from "next/navigation";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { ReasonDialog } from "./reason-dialog";

export interface OverridePanelProps {
  candidate: { id: string; hash: string; label: string };
  request: { id: string; by: { name: string }; at: Date; reason: string; isMine: boolean } | null;
  ask: (input: never) => Promise<ActionResult<{ id: string }>>;
  confirm: (input: {
    breakGlassId: string;
    hash: string;
  }) => Promise<ActionResult<{ label: string }>>;
}

/** For administrators: publishing although conditions are not met takes two of them and a public label. */
export function OverridePanel({ candidate, request, ask, confirm }: OverridePanelProps) {
  const router = useRouter();
  const { run, pending } = useAction(confirm, {
    failures: "toast",
    done: ({ label }) => `${label} is published against the rules`,
    onDone: () => router.refresh(),
  });
  return (
    <Notice
      tone="caution"
      title={
        request
          ? `${request.by.name} asks to publish this against the rules`
          : "Publishing against the rules"
      }
      actions={
        request && !request.isMine ? (
          <AlertDialog
            title={`Publish ${candidate.label} against the rules?`}
            description="The release says for ever that two administrators published it, why, and which conditions were not met."
            confirm="Publish against the rules"
            danger
            onConfirm={() => run({ breakGlassId: request.id, hash: candidate.hash })}
            trigger={
              <Button size="sm" variant="danger" pending={pending}>
                Confirm as second administrator
              </Button>
            }
          />
        ) : (
          !request && (
            <ReasonDialog
              words="Ask a second administrator"
              description="Nothing happens until another administrator confirms, within a day. Your reason is public for ever."
              label="Reason"
              about={{ candidateId: candidate.id, hash: candidate.hash }}
              field="reason"
              act={ask}
            />
          )
        )
      }
    >
      {request ? (
        <>
          {request.reason} (<Time at={request.at} />)
          {request.isMine && " Another administrator has to confirm within a day."}
        </>
      ) : (
        "In an emergency two administrators together can publish although conditions are not met. It is never hidden."
      )}
    </Notice>
  );
}
