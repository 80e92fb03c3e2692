"use client";

import { Avatar } from "@/components/ui/avatar";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

interface DemoPerson {
  name: string;
  email: string;
  does: string;
  password: string;
}

export interface DemoPeopleProps {
  people: readonly DemoPerson[];
  next: string;
  signIn: (input: { email: string; password: string; next: string }) => Promise<ActionResult<void>>;
}

/** The people of the demo, each one click away. Only a demonstration shows it. */
export function DemoPeople({ people, next, signIn }: DemoPeopleProps) {
  const { run, pending, error } = useAction(signIn);
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-sm font-medium">Be somebody of this demonstration</h2>
      <FormError error={error} />
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {people.map(({ name, email, does, password }) => (
          <li key={email}>
            <button
              type="button"
              disabled={pending}
              onClick={() => run({ email, password, next })}
              className="flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-sunken disabled:opacity-60"
            >
              <Avatar person={{ id: email, name }} decorative />
              <span className="min-w-0">
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-ink-muted">{does}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
