import type { Metadata } from "next";
import Link from "next/link";
import { PageMessage } from "@/components/shell/page-message";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <PageMessage
      label="Not found"
      title="There is nothing at this address"
      actions={
        <ButtonLink href="/" variant="primary">
          See all published specs
        </ButtonLink>
      }
    >
      <p>
        The address may have a slip in it, or the page may not be public. A published release never
        moves: if you followed a link to one, check that the whole address was copied.
      </p>
      <p>
        If this is a draft you work on,{" "}
        <Link href="/sign-in" className="link">
          sign in
        </Link>{" "}
        first.
      </p>
    </PageMessage>
  );
}
