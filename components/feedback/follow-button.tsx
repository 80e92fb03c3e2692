import { Bell, BellOff } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";

export interface FollowButtonProps {
  /** A thread, a clause or, without both, the whole spec. */
  of: { specId: string; threadId?: string; sectionUid?: string };
  follows: boolean;
  /** The page to come back to. */
  back: string;
  follow: (data: FormData) => Promise<void>;
  /** What is followed, when the button alone does not say so. */
  what?: string;
}

/** Starts or stops hearing of something. A plain form, so that it works without a script. */
export function FollowButton({ of, follows, back, follow, what = "" }: FollowButtonProps) {
  const Icon = follows ? BellOff : Bell;
  return (
    <form action={follow}>
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="on" value={follows ? "no" : "yes"} />
      <button type="submit" className={buttonStyle({ size: "sm", variant: "quiet" })}>
        <Icon aria-hidden />
        {follows ? "Stop following" : "Follow"}
        {what && ` ${what}`}
      </button>
    </form>
  );
}
