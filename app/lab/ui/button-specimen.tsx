"use client";

import { Ellipsis, Link2, Send } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Specimen } from "./specimen";

/** Buttons in every variant, size and state. */
export function ButtonSpecimen() {
  const [pending, setPending] = useState(false);
  return (
    <Specimen
      title="Buttons"
      note="Words say what happens. One primary button in a view."
      className="flex flex-col gap-5"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">
          <Send aria-hidden /> Ask for review
        </Button>
        <Button>Save as draft</Button>
        <Button variant="quiet">Not now</Button>
        <Button variant="danger">Delete this draft</Button>
        <ButtonLink href="/lab/ui/reading">Read the release</ButtonLink>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm">Small</Button>
        <Button size="md">Medium</Button>
        <Button size="lg">Large</Button>
        <Button disabled>Not available</Button>
        <Button variant="primary" disabled>
          Not available
        </Button>
        <Button variant="primary" pending>
          Publishing 2026-11-23
        </Button>
        <Button pending={pending} onClick={() => setPending(true)}>
          {pending ? "Saving" : "Press to wait"}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <IconButton aria-label="More actions">
          <Ellipsis aria-hidden />
        </IconButton>
        <IconButton aria-label="Copy link" variant="secondary">
          <Link2 aria-hidden />
        </IconButton>
        <CopyButton text="#say-what-is-so" label="Copy link" />
        <span className="flex items-center gap-2 text-ink-muted">
          Press <Kbd keys={["Ctrl", "K"]} /> to search
        </span>
      </div>
    </Specimen>
  );
}
