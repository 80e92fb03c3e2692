"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { BylineChoice, type BylineChoiceProps } from "./byline-choice";

export interface BylineFormProps extends BylineChoiceProps {
  save: (input: { showsName: boolean; organisation: string }) => Promise<ActionResult<void>>;
}

/** How one is named beside what one said in public, in all of it at once. */
export function BylineForm({ name, byline, save }: BylineFormProps) {
  const router = useRouter();
  const send = useAction(save, { done: "Saved", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({
        showsName: data.get("byline") === "name",
        organisation: String(data.get("organisation")),
      }))}
      className="flex flex-col items-start gap-4 [&>*]:w-full [&>*]:max-w-96"
    >
      <BylineChoice name={name} byline={byline} />
      <FormError error={send.error} />
      <div>
        <Button type="submit" pending={send.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
