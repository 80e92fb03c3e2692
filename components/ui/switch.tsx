"use client";

import { Switch as Primitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";

export interface SwitchProps extends ComponentProps<typeof Primitive.Root> {
  label: ReactNode;
  hint?: ReactNode;
}

/** On or off, at once. The knob moves and carries a tick, so that the state does not hang on colour. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-muted">
            {hint}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors disabled:opacity-55 data-[state=checked]:border-accent-fill data-[state=checked]:bg-accent-fill"
        {...rest}
      >
        <Primitive.Thumb className="flex size-4 translate-x-[3px] items-center justify-center rounded-full bg-line-strong text-[9px] text-accent-fill transition-transform data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-on-fill data-[state=checked]:before:content-['✓']" />
      </Primitive.Root>
    </div>
  );
}
