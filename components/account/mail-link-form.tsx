"use client";

import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { EmailField } from "./email-field";

export interface MailLinkFormProps {
  next: string;
  mailLink: (input: { email: string; next: string }) => Promise<ActionResult<void>>;
  /** What the button says. */
  words: string;
  hint?: string;
}

/** Asks for an address and mails a link to it. */
export function MailLinkForm({ next, mailLink, words, hint }: MailLinkFormProps) {
  const { form, pending, error, fields } = useAction(mailLink);
  return (
    <form
      {...form((data) => ({ email: String(data.get("email")), next }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <EmailField error={fields.email} hint={hint} autoFocus />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        {words}
      </Button>
    </form>
  );
}
