"use client";

import { PageMessage } from "@/components/shell/page-message";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { errorNumber } from "@/components/shell/error-number";

/** A page that failed to show. The error itself is on the server's log, under the same number. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PageMessage
      label="Something failed"
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          <ButtonLink href="/">Go to the front page</ButtonLink>
        </>
      }
      reference={errorNumber(error)}
    >
      <p>The fault is ours, not yours, and it is on record.</p>
      <p>
        Everything that was marked “Saved” is safe. If you were writing just now, go back and check
        the last words before you go on.
      </p>
    </PageMessage>
  );
}
