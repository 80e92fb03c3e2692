"use client";

import { KeyRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface ProviderButtonProps {
  /** For example "Continue with Example ID". */
  words: string;
  next: string;
  /** Leads to the provider. */
  go: (input: { next: string }) => Promise<ActionResult<void>>;
}

/** Goes to the OpenID provider, and comes back signed in. */
export function ProviderButton({ words, next, go }: ProviderButtonProps) {
  const { run, pending, error } = useAction(go);
  return (
    <>
      <FormError error={error} />
      <Button size="lg" pending={pending} onClick={() => run({ next })}>
        {!pending && <KeyRound aria-hidden />}
        {words}
      </Button>
    </>
  );
}
