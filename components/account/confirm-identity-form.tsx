"use client";

import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { PasswordField } from "./password-field";
import { ProviderButton } from "./provider-button";

/** The ways in which this person can prove who they are. */
export interface IdentityWays {
  password: boolean;
  mail: boolean;
  /** Name of the OpenID provider that signs in to this account, or null. */
  provider: string | null;
}

export interface IdentityActions {
  confirm: (input: { password: string }) => Promise<ActionResult<void>>;
  mailLink: (input: { next: string }) => Promise<ActionResult<void>>;
  provider: (input: { next: string }) => Promise<ActionResult<void>>;
}

export interface ConfirmIdentityFormProps {
  ways: IdentityWays;
  actions: IdentityActions;
  /** Where a mailed link or the provider leads back to. */
  next: string;
  onConfirmed: () => void;
}

/** Proves that it is still the same person: by password, by a mailed link, or at the provider. */
export function ConfirmIdentityForm({
  ways,
  actions,
  next,
  onConfirmed,
}: ConfirmIdentityFormProps) {
  if (!ways.password && !ways.mail && !ways.provider) {
    return (
      <p className="text-pretty">
        This account has no password and no other way is set up here. Sign out and in again, then
        take the step once more.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {ways.password && <PasswordForm confirm={actions.confirm} onConfirmed={onConfirmed} />}
      {ways.provider && (
        <ProviderButton words={`Confirm with ${ways.provider}`} next={next} go={actions.provider} />
      )}
      {ways.mail && <MailButton mailLink={actions.mailLink} next={next} />}
    </div>
  );
}

function PasswordForm({
  confirm,
  onConfirmed,
}: Pick<IdentityActions, "confirm"> & Pick<ConfirmIdentityFormProps, "onConfirmed">) {
  const { form, pending, error, fields } = useAction(confirm, { onDone: onConfirmed });
  return (
    <form
      {...form((data) => ({ password: String(data.get("password")) }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <PasswordField error={fields.password} autoComplete="current-password" autoFocus />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Confirm
      </Button>
    </form>
  );
}

function MailButton({
  mailLink,
  next,
}: Pick<IdentityActions, "mailLink"> & Pick<ConfirmIdentityFormProps, "next">) {
  const { run, pending, error } = useAction(mailLink);
  return (
    <>
      <FormError error={error} />
      <Button variant="quiet" pending={pending} onClick={() => run({ next })}>
        Mail me a link instead
      </Button>
    </>
  );
}
