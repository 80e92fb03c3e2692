"use client";

import { RadioGroup } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";

export interface RadioCard {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioCardsProps extends Omit<ComponentProps<typeof RadioGroup.Root>, "children"> {
  /** The question that the cards answer. */
  legend: ReactNode;
  options: RadioCard[];
}

/** One choice of a few, each with a sentence of its own. For many short options, use Select. */
export function RadioCards({ legend, options, className, ...rest }: RadioCardsProps) {
  const id = useId();
  return (
    <div className={className}>
      <p id={id} className="mb-1.5 font-medium">
        {legend}
      </p>
      <RadioGroup.Root aria-labelledby={id} className="grid gap-2" {...rest}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "flex gap-3 rounded-md border border-line bg-raised px-3.5 py-3 transition-colors",
              "has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus",
              option.disabled
                ? "bg-sunken text-ink-muted"
                : "cursor-pointer hover:border-line-strong has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-wash",
            )}
          >
            <RadioGroup.Item
              value={option.value}
              disabled={option.disabled}
              aria-labelledby={`${id}-${option.value}`}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              className="mt-px flex size-[18px] shrink-0 items-center justify-center rounded-full border border-line-strong bg-raised outline-none data-[state=checked]:border-accent"
            >
              <RadioGroup.Indicator className="size-2.5 rounded-full border-5 border-accent" />
            </RadioGroup.Item>
            <span>
              <span id={`${id}-${option.value}`} className="block font-medium">
                {option.label}
              </span>
              {option.hint && (
                <span id={`${id}-${option.value}-hint`} className="block text-sm text-ink-muted">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
