"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

/** How the button looks that opens a dialog. */
export interface DeedTrigger extends Pick<ButtonProps, "size" | "variant"> {
  words: string;
  /** Names it where several stand on a page, such as "Comment: Be honest". */
  label?: string;
}

export interface DeedDialogProps<Input, T> {
  trigger: DeedTrigger;
  title: string;
  description: string;
  /** What the button says that does it. */
  submit: string;
  act: (input: Input) => Promise<ActionResult<T>>;
  /** Turns the fields into the input. */
  read: (data: FormData) => Input;
  /** A short message when it is done. */
  done?: string | ((data: T) => string);
  width?: "sm" | "md";
  onOpen?: () => void;
  /** The fields, which get their errors by name. */
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** The frame of every deed of a review that asks for words first: opens, sends, closes, shows what is new. */
export function DeedDialog<Input, T>({
  trigger: { words, label, size, variant },
  title,
  description,
  submit,
  act,
  read,
  done,
  width,
  onOpen,
  children,
}: DeedDialogProps<Input, T>) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, pending, error, fields } = useAction(act, {
    done,
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  const handleOpen = (next: boolean) => {
    if (next) onOpen?.();
    setOpen(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={handleOpen}
      trigger={
        <Button size={size} variant={variant} aria-label={label}>
          {words}
        </Button>
      }
      title={title}
      description={description}
      width={width}
    >
      <form {...form(read)} className="flex flex-col gap-4">
        <FormError error={error} />
        {children(fields)}
        <div className="flex justify-end">
          <Button
            type="submit"
            variant={variant === "danger" ? "danger" : "primary"}
            pending={pending}
          >
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
