"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface InviteAdministratorDialogProps {
  invite: (input: { email: string }) => Promise<ActionResult<{ secret: string }>>;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
}

/** Makes a link that makes its holder administrator. It is shown once. */
export function InviteAdministratorDialog({ invite, origin }: InviteAdministratorDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">Invite administrator</Button>}
      title="Invite an administrator"
      description="You get a link to pass on. It works once and for 14 days."
    >
      {open && <InviteForm invite={invite} origin={origin} />}
    </Dialog>
  );
}

function InviteForm({ invite, origin }: InviteAdministratorDialogProps) {
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
    <form
      {...form((data) => ({ email: String(data.get("email")) }))}
      className="flex flex-col gap-5"
    >
      <FormError error={error} />
      <Field
        label="E-mail address"
        name="email"
        hint="When you write one, only an account with this address can use the link. Without one, anybody who holds the link becomes administrator."
        error={fields.email}
      >
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
