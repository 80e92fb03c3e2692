"use client";

import { MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { PersonRow } from "./people-table";

type Step = (input: { userId: string }) => Promise<ActionResult<void>>;

export interface PersonSteps {
  suspend: Step;
  reinstate: Step;
  makeAdministrator: Step;
  withdrawAdministrator: Step;
  setSpecCreation: (input: { userId: string; allowed: boolean }) => Promise<ActionResult<void>>;
}

interface Choice {
  key: string;
  /** In the menu. */
  label: string;
  /** What happened, as a short message. */
  done: string;
  question?: { title: string; description: string; confirm: string };
  danger?: boolean;
  run: (steps: PersonSteps) => Promise<ActionResult<void>>;
}

/** What an administrator can do about one person. Grave steps ask before. */
export function PersonActions({ person, steps }: { person: PersonRow; steps: PersonSteps }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Choice | null>(null);
  const step = async (choice: Choice) => {
    const result = await choice.run(steps);
    return result.ok ? { ok: true as const, data: choice.done } : result;
  };
  const { run, pending } = useAction(step, {
    done: (words) => words,
    failures: "toast",
    onDone: () => router.refresh(),
  });
  const choices = choicesFor(person);
  if (choices.length === 0) return null;
  const handleSelect = (choice: Choice) => (choice.question ? setAsked(choice) : run(choice));
  return (
    <>
      <Menu
        trigger={
          <IconButton size="sm" aria-label={`Actions for ${person.name}`} aria-busy={pending}>
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.key}
            danger={choice.danger ?? false}
            onSelect={() => handleSelect(choice)}
          >
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
      {asked?.question && (
        <AlertDialog
          open
          onOpenChange={(open) => open || setAsked(null)}
          {...asked.question}
          danger={asked.danger ?? false}
          onConfirm={() => run(asked)}
        />
      )}
    </>
  );
}

function choicesFor({ id: userId, name, may }: PersonRow): Choice[] {
  const input = { userId };
  const all: (Choice & { allowed: boolean })[] = [
    {
      key: "grant-specs",
      allowed: may.grantSpecCreation,
      label: "Let create specs",
      done: `${name} may create specs`,
      run: (steps) => steps.setSpecCreation({ userId, allowed: true }),
    },
    {
      key: "withdraw-specs",
      allowed: may.withdrawSpecCreation,
      label: "Stop creating specs",
      done: `${name} no longer creates specs`,
      run: (steps) => steps.setSpecCreation({ userId, allowed: false }),
    },
    {
      key: "grant-office",
      allowed: may.makeAdministrator,
      label: "Make administrator",
      done: `${name} is administrator`,
      question: {
        title: `Make ${name} administrator?`,
        description:
          "Administrators see everybody’s address, suspend people, and manage the members of every spec.",
        confirm: `Make ${name} administrator`,
      },
      run: (steps) => steps.makeAdministrator(input),
    },
    {
      key: "withdraw-office",
      allowed: may.withdrawAdministrator,
      label: "Take office away",
      done: `${name} is no longer administrator`,
      danger: true,
      question: {
        title: `Take the office from ${name}?`,
        description:
          "They keep their account and their roles in specs. Invitations of administrators that they wrote end.",
        confirm: "Take office away",
      },
      run: (steps) => steps.withdrawAdministrator(input),
    },
    {
      key: "reinstate",
      allowed: may.reinstate,
      label: "Reinstate",
      done: `${name} may sign in again`,
      run: (steps) => steps.reinstate(input),
    },
    {
      key: "suspend",
      allowed: may.suspend,
      label: "Suspend",
      done: `${name} is suspended`,
      danger: true,
      question: {
        title: `Suspend ${name}?`,
        description:
          "They are signed out everywhere at once and cannot sign in. Roles and work stay as they are, and you can reinstate them.",
        confirm: `Suspend ${name}`,
      },
      run: (steps) => steps.suspend(input),
    },
  ];
  return all.filter(({ allowed }) => allowed);
}
