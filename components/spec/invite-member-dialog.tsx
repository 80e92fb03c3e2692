"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { isRole, ROLE_SUMMARY, ROLES, type Role } from "@/lib/policy/role";
import { ROLE_NAMES } from "./role-names";

export interface InviteMemberDialogProps {
  specId: string;
  invite: (input: {
    specId: string;
    role: Role;
    email: string;
  }) => Promise<ActionResult<{ secret: string }>>;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
}

/** Makes an invitation link. The link is shown once; whoever holds it may join with the role. */
export function InviteMemberDialog({ specId, invite, origin }: InviteMemberDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">Invite people</Button>}
      title="Invite people"
      description="You get a link to pass on. It works once and for 14 days."
      width="md"
    >
      {/* Made anew at each opening, so that an old link is never taken for a new one. */}
      {open && <Invite specId={specId} invite={invite} origin={origin} />}
    </Dialog>
  );
}

function Invite({ specId, invite, origin }: InviteMemberDialogProps) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const { form, pending, error, fields } = useAction(invite, {
    onDone: ({ secret }) => {
      setLink(`${origin}/invitation/${secret}`);
      router.refresh();
    },
  });
  if (link) return <InvitationLink link={link} />;
  return (
    <form
      {...form((data) => {
        const role = data.get("role");
        return {
          specId,
          role: isRole(role) ? role : "reader",
          email: String(data.get("email")),
        };
      })}
      className="flex flex-col gap-5"
    >
      <FormError error={error} />
      <RadioCards
        legend="Role"
        name="role"
        defaultValue="editor"
        options={ROLES.map((role) => ({
          value: role,
          label: ROLE_NAMES[role],
          hint: ROLE_SUMMARY[role],
        }))}
      />
      <Field
        label="E-mail address"
        name="email"
        hint="When you write one, only an account with this address can use the link."
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

function InvitationLink({ link }: { link: string }) {
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
