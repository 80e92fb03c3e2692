import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  info: { Icon: Info, look: "border-accent/25 bg-accent-wash", icon: "text-accent" },
  caution: { Icon: TriangleAlert, look: "border-caution/30 bg-caution-wash", icon: "text-caution" },
  danger: { Icon: CircleAlert, look: "border-negative/25 bg-negative-wash", icon: "text-negative" },
} as const;

export interface NoticeProps {
  tone?: keyof typeof TONES;
  /** What happened, in one line. */
  title: ReactNode;
  /** What is safe, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out as soon as it appears: for something that happened just now, not for standing advice. */
  announce?: boolean;
  className?: string;
}

/** A message in the page: what happened, what is safe, what to do. */
export function Notice({
  tone = "info",
  title,
  children,
  actions,
  announce = false,
  className,
}: NoticeProps) {
  const { Icon, look, icon } = TONES[tone];
  return (
    <div
      role={announce ? (tone === "danger" ? "alert" : "status") : undefined}
      className={cn("flex gap-3 rounded-md border px-4 py-3", look, className)}
    >
      <Icon aria-hidden className={cn("mt-px size-[18px] shrink-0", icon)} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-0.5 max-w-prose text-pretty">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
