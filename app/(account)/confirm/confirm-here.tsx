"use client";

import { useRouter } from "next/navigation";
import { ConfirmIdentityForm, type IdentityWays } from "@/components/account/confirm-identity-form";
import { identityActions } from "./identity-actions";

/** Asks who one is, then goes on to `next`. */
export function ConfirmHere({ ways, next }: { ways: IdentityWays; next: string }) {
  const router = useRouter();
  return (
    <ConfirmIdentityForm
      ways={ways}
      actions={identityActions}
      next={next}
      onConfirmed={() => router.push(next)}
    />
  );
}
