"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
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

export interface MailPaceFormProps {
  pace: Pace;
  save: (input: { pace: Pace }) => Promise<ActionResult<void>>;
}

/** How often one gets mail about what one follows and said in public. */
export function MailPaceForm({ pace, save }: MailPaceFormProps) {
  const router = useRouter();
  const send = useAction(save, { done: "Saved", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({ pace: String(data.get("pace")) as Pace }))}
      className="flex flex-col items-start gap-4"
    >
      <Field
        label="News of what you follow and said"
        name="pace"
        hint="In one mail: answers, what became of threads, and what moderators did with your comments."
        error={send.fields.pace}
      >
        <Select defaultValue={pace} className="w-auto">
          {Object.entries(PACES).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <FormError error={send.error} />
      <Button type="submit" pending={send.pending}>
        Save
      </Button>
    </form>
  );
}
