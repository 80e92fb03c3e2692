"use client";

import { useRouter } from "next/navigation";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { Person } from "./review-types";

export interface PeoplePanelProps {
  candidateId: string;
  assigned: readonly Person[];
  /** Reviewers that could be asked; empty when this person may not ask. */
  assignable: readonly Person[];
  assign: (input: { candidateId: string; userId: string }) => Promise<ActionResult<void>>;
}

/** Who was asked to look at this candidate, and who else could be. */
export function PeoplePanel({ candidateId, assigned, assignable, assign }: PeoplePanelProps) {
  const router = useRouter();
  const { form, pending, error } = useAction(assign, { onDone: () => router.refresh() });
  return (
    <div className="flex flex-col gap-4">
      {assigned.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {assigned.map((person) => (
            <li key={person.id} className="flex items-center gap-2.5">
              <Avatar person={person} size="sm" decorative />
              {person.name}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-muted">Nobody was asked by name yet.</p>
      )}
      {assignable.length > 0 && (
        <form
          {...form((data) => ({ candidateId, userId: String(data.get("userId")) }))}
          className="flex flex-col gap-2"
        >
          <FormError error={error} />
          <Field label="Ask a reviewer" name="userId" required>
            <Select key={assignable[0]?.id} defaultValue={assignable[0]?.id}>
              {assignable.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" size="sm" pending={pending} className="self-start">
            Ask for review
          </Button>
        </form>
      )}
    </div>
  );
}
