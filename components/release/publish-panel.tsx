"use client";

import { useRouter } from "next/navigation";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { DeedDialog } from "./deed-dialog";

export interface PublishPanelProps {
  candidate: { id: string; hash: string; label: string };
  /** Every condition is met. */
  isReady: boolean;
  may: { publish: boolean; schedule: boolean; cancelSchedule: boolean };
  schedule: { publishAt: Date; by: { name: string } } | null;
  publish: (input: {
    candidateId: string;
    hash: string;
  }) => Promise<ActionResult<{ label: string }>>;
  scheduleAt: (input: {
    candidateId: string;
    hash: string;
    publishAt: string;
  }) => Promise<ActionResult<void>>;
  cancel: (input: { candidateId: string }) => Promise<ActionResult<void>>;
}

/** Publishes now, or sets a time. Everything is checked again at that moment. */
export function PublishPanel(props: PublishPanelProps) {
  const { candidate, isReady, may, schedule } = props;
  const router = useRouter();
  const { run: publish, pending } = useAction(props.publish, {
    failures: "toast",
    done: ({ label }) => `${label} is published`,
    onDone: () => router.refresh(),
  });
  const { run: cancel, pending: cancelling } = useAction(props.cancel, {
    failures: "toast",
    onDone: () => router.refresh(),
  });
  return (
    <div className="flex flex-col gap-3">
      {schedule && (
        <p>
          To be published <Time at={schedule.publishAt} precise />, set by {schedule.by.name}.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {may.publish && isReady && (
          <AlertDialog
            title={`Publish ${candidate.label}?`}
            description="Everybody can read it then, and it cannot be changed any more. A mistake is corrected by an erratum or a new release."
            confirm={`Publish ${candidate.label}`}
            onConfirm={() => publish({ candidateId: candidate.id, hash: candidate.hash })}
            trigger={
              <Button variant="primary" pending={pending}>
                Publish {candidate.label}
              </Button>
            }
          />
        )}
        {may.schedule && isReady && <ScheduleDialog {...props} />}
        {may.cancelSchedule && schedule && (
          <Button pending={cancelling} onClick={() => cancel({ candidateId: candidate.id })}>
            Take the time back
          </Button>
        )}
      </div>
    </div>
  );
}

function ScheduleDialog({ candidate, scheduleAt }: PublishPanelProps) {
  return (
    <DeedDialog
      trigger={{ words: "Set a time" }}
      title={`Publish ${candidate.label} at a set time`}
      description="At that time everything is checked again. If something stands in the way, nothing is published and you hear of it."
      submit="Set this time"
      act={scheduleAt}
      read={(data) => ({
        candidateId: candidate.id,
        hash: candidate.hash,
        // The field is in the person's own time; what is sent names the moment.
        publishAt: momentOf(String(data.get("publishAt"))),
      })}
    >
      {(errors) => (
        <Field
          label="Day and time"
          name="publishAt"
          required
          hint="In the time zone of this device."
          error={errors["publishAt"]}
        >
          <Input type="datetime-local" />
        </Field>
      )}
    </DeedDialog>
  );
}

function momentOf(local: string): string {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString();
}
