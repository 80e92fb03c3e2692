"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

interface Input {
  specId: string;
  number: number;
  section: string | null;
  seenSeq: string;
}

export interface RestoreFormProps {
  input: Input;
  label: string;
  restore: (input: Input) => Promise<ActionResult<{ number: number | null; kept: number }>>;
  /** Where the history is. */
  href: string;
}

/** The button that restores, and what it says when somebody was quicker. */
export function RestoreForm({ input, label, restore, href }: RestoreFormProps) {
  const router = useRouter();
  const { run, pending, error } = useAction(restore, {
    done: ({ kept }) =>
      kept === 0
        ? "Restored"
        : `Restored. ${kept} ${kept === 1 ? "section was" : "sections were"} left as somebody changed them just now`,
    onDone: () => router.push(href),
  });
  return (
    <>
      <FormError error={error} />
      <Button variant="primary" pending={pending} onClick={() => run(input)}>
        {label}
      </Button>
    </>
  );
}
