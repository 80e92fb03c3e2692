import { personColour } from "@/lib/person-colour";
import { cn } from "./cn";
import { initials } from "./initials";

const SIZES = { sm: "size-6 text-2xs", md: "size-8 text-xs", lg: "size-12 text-md" } as const;

export interface AvatarProps {
  person: { id: string; name: string };
  size?: keyof typeof SIZES;
  /** Set when the name stands beside it, so that it is not read out twice. */
  decorative?: boolean;
  className?: string;
}

/** A person as initials on a colour of their own. Never a picture from elsewhere: that would tell others who reads here. */
export function Avatar({ person, size = "md", decorative = false, className }: AvatarProps) {
  return (
    <span
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : person.name}
      aria-hidden={decorative || undefined}
      title={decorative ? undefined : person.name}
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-[#fff] select-none",
        SIZES[size],
        className,
      )}
      style={{ backgroundColor: personColour(person.id) }}
    >
      {initials(person.name)}
    </span>
  );
}
