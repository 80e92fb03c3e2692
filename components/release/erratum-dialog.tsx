"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action-result";
import { DeedDialog } from "./deed-dialog";

export interface ErratumDialogProps {
  release: { id: string; label: string };
  add: (input: {
    releaseId: string;
    sectionId: string;
    text: string;
  }) => Promise<ActionResult<{ number: number }>>;
}

/** A numbered correction beside a release, on one clause or on all of it. */
export function ErratumDialog({ release, add }: ErratumDialogProps) {
  return (
    <DeedDialog
      trigger={{ words: "Add an erratum", size: "sm", label: `Add an erratum to ${release.label}` }}
      title={`Add an erratum to ${release.label}`}
      description="A numbered correction that is shown with the release for ever. The text itself stays as it was published."
      submit="Add the erratum"
      act={add}
      read={(data) => ({
        releaseId: release.id,
        sectionId: String(data.get("sectionId")),
        text: String(data.get("text")),
      })}
      done={({ number }) => `Erratum ${number} is added`}
      width="md"
    >
      {(errors) => (
        <>
          <Field
            label="Clause"
            name="sectionId"
            hint="Its id, as its link has it. Empty when it is about all of the release."
            error={errors["sectionId"]}
          >
            <Input className="max-w-80 font-mono" autoComplete="off" />
          </Field>
          <Field
            label="What is wrong, and what it should say"
            name="text"
            required
            error={errors["text"]}
          >
            <Textarea />
          </Field>
        </>
      )}
    </DeedDialog>
  );
}
