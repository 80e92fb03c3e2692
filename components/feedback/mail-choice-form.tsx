"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

type Pace = "hourly" | "daily" | "weekly" | "never";

const PACES: Readonly<Record<Pace, string>> = {
  hourly: "At most once an hour",
  daily: "At most once a day",
  weekly: "At most once a week",
  never: "Never",
};

export interface MailChoiceFormProps {
  choice: { pace: Pace; reviews: boolean };
  save: (input: { pace: Pace; reviews: boolean }) => Promise<ActionResult<void>>;
}

/** Which mail one gets that one did not just ask for, and how often. */
export function MailChoiceForm({ choice, save }: MailChoiceFormProps) {
  const router = useRouter();
  const [reviews, setReviews] = useState(choice.reviews);
  const send = useAction(save, { done: "Saved", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({ pace: String(data.get("pace")) as Pace, reviews }))}
      className="flex flex-col items-start gap-4"
    >
      <Field
        label="News of what you follow and said"
        name="pace"
        required
        hint="In one mail: answers, what became of threads, and what moderators did with your comments."
        error={send.fields.pace}
      >
        <Select defaultValue={choice.pace} className="w-auto">
          {Object.entries(PACES).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label="What waits for you in reviews"
        hint="For members of specs: approvals, objections and releases that need you."
        checked={reviews}
        onCheckedChange={(checked) => setReviews(checked === true)}
      />
      <FormError error={send.error} />
      <Button type="submit" pending={send.pending}>
        Save
      </Button>
    </form>
  );
}
