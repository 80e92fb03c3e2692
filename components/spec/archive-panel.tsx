"use client";

import { useRouter } from "next/navigation";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

type Step = (input: { specId: string }) => Promise<ActionResult<void>>;

export interface ArchivePanelProps {
  spec: { id: string; title: string; isArchived: boolean };
  archive: Step;
  restore: Step;
}

/** Closes a spec for writing, or opens it again. */
export function ArchivePanel({ spec, archive, restore }: ArchivePanelProps) {
  const router = useRouter();
  const { run, pending, error } = useAction(spec.isArchived ? restore : archive, {
    done: spec.isArchived ? "Spec restored" : "Spec archived",
    onDone: () => router.refresh(),
  });
  const handleConfirm = () => run({ specId: spec.id });
  return (
    <div className="flex flex-col gap-3">
      <FormError error={error} />
      <p className="max-w-prose text-pretty text-ink-muted">
        {spec.isArchived
          ? "This spec is archived: everyone who could read it still can, and nobody can change it."
          : "An archived spec stays readable, with its history and releases. Nobody can change it until it is restored."}
      </p>
      <div>
        {spec.isArchived ? (
          <Button pending={pending} onClick={handleConfirm}>
            Restore spec
          </Button>
        ) : (
          <AlertDialog
            trigger={
              <Button variant="danger" pending={pending}>
                Archive spec
              </Button>
            }
            title={`Archive “${spec.title}”?`}
            description="Nobody can edit it until a publisher restores it. Nothing is deleted."
            confirm="Archive spec"
            danger
            onConfirm={handleConfirm}
          />
        )}
      </div>
    </div>
  );
}
