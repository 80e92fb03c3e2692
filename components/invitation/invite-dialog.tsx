"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface InviteDialogProps<Input extends { email: string }> {
  /** What the button says, and the title of the window. */
  trigger: string;
  title: string;
  invite: (input: Input) => Promise<ActionResult<{ secret: string }>>;
  /** Turns the fields of the form into the action's input. */
  read: (data: FormData) => Input;
  /** What an address does here, in words. */
  addressHint: string;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
  /** More fields, above the address. */
  children?: ReactNode;
}

/** Makes an invitation link. The link is shown once; whoever holds it may take it up. */
export function InviteDialog<Input extends { email: string }>(props: InviteDialogProps<Input>) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{props.trigger}</Button>}
      title={props.title}
      description="You get a link to pass on. It works once and for 14 days."
      width="md"
    >
      {/* Made anew at each opening, so that an old link is never taken for a new one. */}
      {open && <Invite {...props} />}
    </Dialog>
  );
}

function Invite<Input extends { email: string }>({
  invite,
  read,
  addressHint,
  origin,
  children,
}: InviteDialogProps<Input>) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const { form, pending, error, fields } = useAction(invite, {
    onDone: ({ secret }) => {
      setLink(`${origin}/invitation/${secret}`);
      router.refresh();
    },
  });
  if (link) return <NewLink link={link} />;
  return (
    <form {...form(read)} className="flex flex-col gap-5">
      <FormError error={error} />
      {children}
      <Field label="E-mail address" name="email" hint={addressHint} error={fields.email}>
        <Input type="email" autoComplete="off" />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Make invitation link
        </Button>
      </div>
    </form>
  );
}

function NewLink({ link }: { link: string }) {
  return (
    <div className="flex flex-col gap-3">
      <Field label="Invitation link" required hint="Copy it now: it is not shown again.">
        <Input
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          className="font-mono"
        />
      </Field>
      <div className="flex justify-end">
        <CopyButton text={link} label="Copy link" variant="primary" size="md" />
      </div>
    </div>
  );
}
