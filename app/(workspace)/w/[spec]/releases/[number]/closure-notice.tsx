import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { ReviewView } from "@/lib/data/review-view";

/** What became of a candidate, or of the time that was set for it; nothing while it is simply in review. */
export function ClosureNotice({
  view: { state, closure, missed, label },
  slug,
}: {
  view: ReviewView;
  slug: string;
}) {
  if (!closure) {
    return missed ? (
      <Notice tone="caution" title="It could not be published at its time">
        {missed.words}
      </Notice>
    ) : null;
  }
  const by = closure.by ? ` by ${closure.by.name}` : "";
  if (state === "published") {
    return (
      <Notice
        title={`Published${by}`}
        actions={
          <a href={`/${slug}/releases/${label}`} className="link">
            The release as everybody sees it
          </a>
        }
      >
        <Time at={closure.at} precise />
      </Notice>
    );
  }
  if (state === "replaced" && closure.nextNumber) {
    return (
      <Notice
        title={`Replaced by candidate ${closure.nextNumber}`}
        actions={
          <Link href={`/w/${slug}/releases/${closure.nextNumber}`} className="link">
            Go to candidate {closure.nextNumber}
          </Link>
        }
      >
        Approvals of what did not change count there.
      </Notice>
    );
  }
  return <Notice title={`Withdrawn${by}`}>{closure.reason}</Notice>;
}
