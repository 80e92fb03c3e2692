"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

type Verdict = "here" | "elsewhere" | "gone";

export interface PlacementFormProps {
  threadIds: string[];
  releaseId: string;
  /** What the proposal says, as the words of its button; null when there is nothing to agree with. */
  proposal: string | null;
  sections: { uid: string; title: string; level: number }[];
  place: (input: {
    threadIds: string[];
    releaseId: string;
    verdict: Verdict;
    on: string;
  }) => Promise<ActionResult<void>>;
}

/** Where do these threads belong now? Agree, choose another section, or say that it is gone. */
export function PlacementForm({
  threadIds,
  releaseId,
  proposal,
  sections,
  place,
}: PlacementFormProps) {
  const router = useRouter();
  const [on, setOn] = useState("");
  const send = useAction(place, { done: "Noted", onDone: () => router.refresh() });
  const decide = (verdict: Verdict) => send.run({ threadIds, releaseId, verdict, on });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {proposal && (
          <Button variant="primary" pending={send.pending} onClick={() => decide("here")}>
            {proposal}
          </Button>
        )}
        <Button pending={send.pending} onClick={() => decide("gone")}>
          The text is gone
        </Button>
        <Field
          label="It belongs to another section"
          hideLabel
          name="on"
          className="min-w-56 flex-1 md:ms-4"
        >
          <Select value={on} onChange={(event) => setOn(event.target.value)}>
            <option value="">Or choose another section</option>
            {sections.map(({ uid, title, level }) => (
              <option key={uid} value={uid}>
                {`${"\u2003".repeat(level - 1)}${title}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabled={!on} pending={send.pending} onClick={() => decide("elsewhere")}>
          Put it there
        </Button>
      </div>
      <FormError error={send.error} />
    </div>
  );
}
