"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk, useSession } from "./desk-context";
import { ExportCopy } from "./session/export-copy";

/** Said on the page and not only in the bar when something needs the person. */
export function Trouble() {
  const desk = useDesk();
  const { condition } = useSession();
  if (condition.kind !== "not-saved" && condition.kind !== "closed") return null;
  const title =
    condition.kind === "closed" ? "This page cannot go on" : "Your last words are not saved";
  return (
    // It stays in sight however far down one writes; the ground below keeps the text from shining through.
    <div className="sticky top-[6.25rem] z-10 mx-auto max-w-2xl rounded-md bg-surface sm:my-4">
      <Notice tone={condition.kind === "closed" ? "caution" : "danger"} title={title}>
        <p className="mb-3">{condition.words}</p>
        <div className="flex flex-wrap gap-2">
          {condition.todo !== "wait" && (
            <Button size="sm" variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
          )}
          <ExportCopy desk={desk} />
        </div>
      </Notice>
    </div>
  );
}
