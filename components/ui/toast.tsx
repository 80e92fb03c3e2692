"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast as Primitive } from "radix-ui";
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export interface ToastMessage {
  /** What happened: "Invitation sent to Ines". */
  title: string;
  description?: string;
  tone?: "info" | "positive" | "negative";
  /** One thing to do about it, such as Undo. `alt` tells where else people can do it once the toast is gone. */
  action?: { label: string; alt: string; onSelect: () => void };
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

/** Returns a function that shows a short message for what is done. Errors in a form belong in the form. */
export function useToast() {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a <ToastProvider> above it; app/layout.tsx has one.");
  return show;
}

const SHOWN_FOR_MS = 6000;

/** Holds the toasts of the page, bottom right (bottom on a phone). F8 moves the keyboard to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastMessage & { key: number })[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setToasts((shown) => [...shown, { ...message, key: (shown.at(-1)?.key ?? 0) + 1 }]);
  }, []);
  const remove = (key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key));
  return (
    <ToastContext value={show}>
      <Primitive.Provider label="Message" duration={SHOWN_FOR_MS} swipeDirection="right">
        {children}
        {toasts.map(({ key, ...message }) => (
          <ToastCard key={key} message={message} onClosed={() => remove(key)} />
        ))}
        <Primitive.Viewport
          label="Messages ({hotkey})"
          className="fixed inset-x-0 bottom-0 z-60 flex flex-col gap-2 p-4 outline-none sm:start-auto sm:w-96"
        />
      </Primitive.Provider>
    </ToastContext>
  );
}

const ICONS = { info: Info, positive: CircleCheck, negative: CircleAlert } as const;
const ICON_LOOKS = { info: "text-accent", positive: "text-positive", negative: "text-negative" };

function ToastCard({ message, onClosed }: { message: ToastMessage; onClosed: () => void }) {
  const { title, description, tone = "info", action } = message;
  const Icon = ICONS[tone];
  return (
    <Primitive.Root
      // "background" is the polite live region.
      type="background"
      onOpenChange={(open) => !open && onClosed()}
      className="flex animate-rise items-start gap-3 rounded-md border border-line bg-raised py-2 ps-4 pe-2 shadow-overlay"
    >
      <Icon aria-hidden className={cn("mt-1.5 size-[18px] shrink-0", ICON_LOOKS[tone])} />
      <div className="min-w-0 flex-1 py-1.5">
        <Primitive.Title className="font-medium">{title}</Primitive.Title>
        {description && (
          <Primitive.Description className="text-sm text-ink-muted">
            {description}
          </Primitive.Description>
        )}
      </div>
      {action && (
        <Primitive.Action
          altText={action.alt}
          onClick={action.onSelect}
          className={buttonStyle({ size: "sm" })}
        >
          {action.label}
        </Primitive.Action>
      )}
      <Primitive.Close asChild>
        <IconButton aria-label="Dismiss" tooltip={false} size="sm">
          <X aria-hidden />
        </IconButton>
      </Primitive.Close>
    </Primitive.Root>
  );
}
