"use client";

import { useRouter } from "next/navigation";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface ActionButtonProps<Input, T> extends Omit<ButtonProps, "onClick" | "pending"> {
  action: (input: Input) => Promise<ActionResult<T>>;
  input: Input;
  /** A short message when it is done. */
  done?: string;
}

/** A button for one step without fields. Its failure shows above it. */
export function ActionButton<Input, T>({
  action,
  input,
  done,
  ...button
}: ActionButtonProps<Input, T>) {
  const router = useRouter();
  const { run, pending, error } = useAction(action, { done, onDone: () => router.refresh() });
  return (
    <>
      <FormError error={error} />
      <Button {...button} pending={pending} onClick={() => run(input)} />
    </>
  );
}
