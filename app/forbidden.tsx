import type { Metadata } from "next";
import { NoAccess } from "@/components/shell/no-access";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "No access" };

/** Shown with status 403 wherever a page calls forbidden(). */
export default function ForbiddenPage() {
  return (
    <NoAccess
      may="open this page"
      actions={
        <>
          <ButtonLink href="/" variant="primary">
            See what you can open
          </ButtonLink>
          <ButtonLink href="/account">See who you are signed in as</ButtonLink>
        </>
      }
    >
      <p>
        You are signed in, but this part belongs to people with another role. Nothing of yours was
        changed.
      </p>
      <p>
        Ask someone who looks after the spec for an invitation, or sign in with the account that was
        invited.
      </p>
    </NoAccess>
  );
}
