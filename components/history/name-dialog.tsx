"use client";

import { Bookmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface NameDialogProps {
  specId: string;
  /** Null names the draft as it is now. */
  number: number | null;
  name?: string | null;
  save: (input: {
    specId: string;
    number: number | null;
    name: string;
  }) => Promise<ActionResult<{ number: number }>>;
}

/** Gives a moment of the draft a name, so that it is found again. */
export function NameDialog({ specId, number, name = null, save }: NameDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, pending, error, fields } = useAction(save, {
    done: "Kept by its name",
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  const label = number === null ? "Keep this moment" : name ? "Change its name" : "Give it a name";
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={label}
      description={
        number === null
          ? "The draft as it is now gets a name in the history. People go on writing."
          : "The name stands in the history; the text stays as it is."
      }
      trigger={
        <Button>
          <Bookmark aria-hidden />
          {label}
        </Button>
      }
    >
      <form
        {...form((data) => ({ specId, number, name: String(data.get("name")) }))}
        className="grid gap-4"
      >
        <Field label="Name" name="name" required error={fields["name"]}>
          <Input defaultValue={name ?? ""} placeholder="Before the legal review" />
        </Field>
        <FormError error={error} />
        <Button type="submit" variant="primary" pending={pending} className="justify-self-end">
          {number === null ? "Keep this moment" : "Save the name"}
        </Button>
      </form>
    </Dialog>
  );
}
