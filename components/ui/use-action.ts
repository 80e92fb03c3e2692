"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useEffect, useRef, useState, useTransition, type FormEvent } from "react";
import type { ActionFailure, ActionResult } from "@/lib/action-result";
import { useMend } from "./mend-context";
import { placeFailure, type PlacedFailure } from "./place-failure";
import { useToast } from "./toast";

export interface UseActionOptions<T> {
  /** Called with what the action returned when it did its work. */
  onDone?: (data: T) => void;
  /** A short message when it is done. */
  done?: string | ((data: T) => string);
  /** Where a failure shows that belongs to no field: as a toast, or in the page through `error`. */
  failures?: "toast" | "page";
}

/**
 * Runs a server action from a form or a button: knows whether it is pending, hands field errors to
 * their fields, moves the focus to the first wrong one, and shows every other failure in words.
 * The form keeps what was typed, whatever happens.
 */
export function useAction<Input, T>(
  action: (input: Input) => Promise<ActionResult<T>>,
  options: UseActionOptions<T> = {},
) {
  const toast = useToast();
  const mend = useMend();
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<PlacedFailure | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) focusFirst(formRef.current, failure.fields);
  }, [failure]);

  const run = (input: Input) => {
    startTransition(async () => {
      const result = await call(action, input);
      if (result.ok) return succeed(result.data);
      // Not awaited here: React ends no transition while another one waits, so a form that does the
      // mending would stay pending for ever.
      const mending = mend(result.error);
      if (mending) void mending.then((again) => (again ? run(input) : fail(result.error)));
      else fail(result.error);
    });
  };

  const succeed = (data: T) => {
    setFailure(null);
    const words = typeof options.done === "function" ? options.done(data) : options.done;
    if (words) toast({ title: words, tone: "positive" });
    options.onDone?.(data);
  };

  const fail = (error: ActionFailure) => {
    const names = namedControls(formRef.current).map((control) => control.name);
    const placed = placeFailure(error, new Set(names));
    setFailure(placed);
    if (options.failures === "toast" && placed.general) {
      toast({ title: placed.general.message, tone: "negative" });
    }
  };

  /** Props for a <form>; `read` turns its fields into the action's input. */
  const form = (read: (data: FormData) => Input) => ({
    ref: formRef,
    // Post, so that a form sent before the script has loaded never puts a password in the address.
    method: "post" as const,
    noValidate: true,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      if (!pending) run(read(new FormData(event.currentTarget)));
    },
  });

  return {
    run,
    form,
    pending,
    /** The failure that belongs to no field, for <FormError>. */
    error: options.failures === "toast" ? null : (failure?.general ?? null),
    /** Messages by field name, for <Field error>. */
    fields: failure?.fields ?? {},
    clear: () => setFailure(null),
  };
}

async function call<Input, T>(action: (input: Input) => Promise<ActionResult<T>>, input: Input) {
  try {
    return await action(input);
  } catch (error) {
    // Redirects and "not found" travel as errors; Next must receive them.
    unstable_rethrow(error);
    return { ok: false as const, error: unreachable(error) };
  }
}

function unreachable(error: unknown): ActionFailure {
  if (unstable_isUnrecognizedActionError(error)) {
    return {
      code: "outdated",
      message:
        "This page is from before an update, so nothing was changed. Copy what you wrote, then reload the page.",
    };
  }
  return {
    code: "unreachable",
    message:
      "We could not confirm that this was saved. What you wrote is still here: check your connection, then try again.",
  };
}

function focusFirst(form: HTMLFormElement | null, fields: Record<string, string>) {
  namedControls(form)
    .find((control) => control.name in fields)
    ?.focus();
}

type NamedControl = HTMLElement & { name: string };

// Radix sends checkboxes and switches through a hidden input, which must not take the focus: words
// about them join the general message.
function namedControls(form: HTMLFormElement | null) {
  return Array.from(form?.elements ?? []).filter(
    (control): control is NamedControl =>
      control instanceof HTMLElement &&
      "name" in control &&
      Boolean(control.name) &&
      control.getAttribute("aria-hidden") !== "true",
  );
}
