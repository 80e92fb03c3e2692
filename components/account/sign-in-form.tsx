"use client";

import { Mail } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { EmailField } from "./email-field";
import { PasswordField } from "./password-field";

export interface SignInFormProps {
  next: string;
  signIn: (input: { email: string; password: string; next: string }) => Promise<ActionResult<void>>;
  /** Mails a link; absent where no mail can be sent. */
  mailLink?: (input: { email: string; next: string }) => Promise<ActionResult<void>>;
  defaultEmail?: string;
}

/** Signing in with e-mail address and password, or by a mailed link to the same address. */
export function SignInForm({ next, signIn, mailLink, defaultEmail }: SignInFormProps) {
  const { form, pending, error, fields } = useAction(signIn);
  const { ref, ...props } = form((data) => ({
    email: String(data.get("email")),
    password: String(data.get("password")),
    next,
  }));
  const ownRef = useRef<HTMLFormElement>(null);
  const setForm = (element: HTMLFormElement | null) => {
    ref.current = element;
    ownRef.current = element;
  };
  return (
    <form ref={setForm} {...props} className="flex flex-col gap-4">
      <FormError error={error} />
      <EmailField error={fields.email} defaultValue={defaultEmail} autoFocus={!defaultEmail} />
      <PasswordField
        error={fields.password}
        autoComplete="current-password"
        autoFocus={Boolean(defaultEmail)}
      />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Sign in
      </Button>
      {mailLink && (
        <MailInstead
          mailLink={mailLink}
          read={() => ({
            email: String(new FormData(ownRef.current ?? undefined).get("email")),
            next,
          })}
        />
      )}
    </form>
  );
}

function MailInstead({
  mailLink,
  read,
}: {
  mailLink: NonNullable<SignInFormProps["mailLink"]>;
  read: () => { email: string; next: string };
}) {
  const { run, pending, error } = useAction(mailLink);
  return (
    <>
      <FormError error={error} />
      <Button variant="quiet" pending={pending} onClick={() => run(read())}>
        {!pending && <Mail aria-hidden />}
        Mail me a link instead
      </Button>
    </>
  );
}
