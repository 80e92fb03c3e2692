"use client";

import { errorNumber } from "@/components/shell/error-number";
import { PageMessage } from "@/components/shell/page-message";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** The last resort, when even the frame of the page failed. It brings its own document and follows the system's theme. */
export default function GlobalErrorPage({ error }: { error: unknown }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Precept</title>
        <PageMessage
          label="Something failed"
          title="Precept could not be shown"
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
          }
          reference={errorNumber(error)}
        >
          <p>The fault is ours, not yours, and it is on record.</p>
          <p>
            Everything that was marked “Saved” is safe on the server. What was written offline is
            kept on this device until it can be sent.
          </p>
        </PageMessage>
      </body>
    </html>
  );
}
