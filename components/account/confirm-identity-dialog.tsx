"use client";

import { useRef, useState, type ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Loading } from "@/components/ui/loading";
import { MendContext, type Mend } from "@/components/ui/mend-context";
import type { ActionResult } from "@/lib/action-result";
import {
  ConfirmIdentityForm,
  type IdentityActions,
  type IdentityWays,
} from "./confirm-identity-form";

export interface ConfirmIdentityProviderProps {
  actions: IdentityActions & {
    /** Which ways there are, asked only when they are needed. */
    ways: (input: Record<string, never>) => Promise<ActionResult<IdentityWays>>;
  };
  children: ReactNode;
}

/**
 * Lets every form below it take steps that need a fresh proof of identity: when an action answers that
 * it needs one, a dialog asks for it, and the action runs again. Forms need to know nothing of it.
 */
export function ConfirmIdentityProvider({ actions, children }: ConfirmIdentityProviderProps) {
  const [ways, setWays] = useState<IdentityWays | null>(null);
  const [open, setOpen] = useState(false);
  // Steps that wait for the answer. Several may: a second form asked before the first was answered.
  const waiting = useRef<((confirmed: boolean) => void)[]>([]);

  const close = (confirmed: boolean) => {
    setOpen(false);
    for (const settle of waiting.current.splice(0)) settle(confirmed);
  };
  const ask = () => {
    // From the first moment on: who closes the question before the ways are known has answered it too.
    const answered = new Promise<boolean>((resolve) => void waiting.current.push(resolve));
    setOpen(true);
    actions.ways({}).then(
      (answer) => (answer.ok ? setWays(answer.data) : close(false)),
      () => close(false),
    );
    return answered;
  };
  const mend: Mend = ({ code }) => (code === "identity_not_confirmed" ? ask() : null);
  return (
    <MendContext value={mend}>
      {children}
      <Dialog
        open={open}
        onOpenChange={(stays) => stays || close(false)}
        title="Confirm that it is you"
        description="This step changes what people may do, so we ask again every 15 minutes."
      >
        {/* Inside, nothing above may mend: a wrong password is for this form to show. */}
        <MendContext value={neverMend}>
          {ways ? (
            <ConfirmIdentityForm
              ways={ways}
              actions={actions}
              next={here()}
              onConfirmed={() => close(true)}
            />
          ) : (
            <Loading>Looking up how you can confirm</Loading>
          )}
        </MendContext>
      </Dialog>
    </MendContext>
  );
}

const neverMend: Mend = () => null;

const here = () =>
  typeof window === "undefined" ? "/" : window.location.pathname + window.location.search;
