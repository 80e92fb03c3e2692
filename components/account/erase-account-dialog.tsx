"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface EraseAccountDialogProps {
  name: string;
  erase: (input: {
    confirmation: string;
    comments: "keep" | "remove";
  }) => Promise<ActionResult<void>>;
}

/** Erases the account, after its owner has typed their name. */
export function EraseAccountDialog({ name, erase }: EraseAccountDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">Erase account</Button>}
      title="Erase your account?"
      description="It happens at once and cannot be undone."
    >
      {open && <EraseForm name={name} erase={erase} />}
    </Dialog>
  );
}

function EraseForm({ name, erase }: EraseAccountDialogProps) {
  const { form, pending, error, fields } = useAction(erase);
  return (
    <form
      {...form((data) => ({
        confirmation: String(data.get("confirmation")),
        comments: data.get("comments") === "remove" ? "remove" : "keep",
      }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <p className="text-pretty">
        Your name, address, password and sign-ins are deleted. What you wrote in specs stays, by
        “Former member”.
      </p>
      <Field label="Your comments on published specs" name="comments" required>
        <Select defaultValue="keep">
          <option value="keep">Stay, without your name</option>
          <option value="remove">Go as well; a note keeps threads readable</option>
        </Select>
      </Field>
      <Field
        label={
          <>
            Write <strong className="font-semibold">{name}</strong> to confirm
          </>
        }
        name="confirmation"
        error={fields.confirmation}
        required
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="danger" pending={pending}>
          Erase my account for ever
        </Button>
      </div>
    </form>
  );
}
