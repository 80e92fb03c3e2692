"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk, useSession } from "../desk-context";
import { exportCopy } from "./export-copy";
import { discardCopy, findUnsentCopies } from "./unsent-copies";

/** Words that were written for an older form of this draft and never sent: to take away or to let go. */
export function OlderCopies() {
  const { session, options } = useDesk();
  const { condition } = useSession();
  const [names, setNames] = useState<readonly string[]>([]);
  // What a copy has beyond the draft shows only once the draft is complete.
  const isComplete = condition.kind === "saved" || condition.kind === "reading";
  useEffect(() => {
    if (!isComplete) return;
    let isHere = true;
    void findUnsentCopies(session.options, session.ydoc).then((found) => isHere && setNames(found));
    return () => {
      isHere = false;
    };
  }, [session, isComplete]);
  if (names.length === 0) return null;
  const forget = (name: string) => {
    setNames(names.filter((other) => other !== name));
    void discardCopy(name);
  };
  return (
    <Notice
      tone="caution"
      title="There is unsent work on this device"
      className="mx-auto my-4 max-w-2xl"
    >
      <p className="mb-3">
        This device keeps words that this draft does not hold: it was replaced or updated since you
        wrote them. They were not sent, so that they could not overwrite anything. Download them,
        then take over by hand what you need.
      </p>
      {names.map((name) => (
        <div key={name} className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" onClick={() => void exportCopy(name, options.levels)}>
            Download it
          </Button>
          <Button size="sm" onClick={() => forget(name)}>
            Let it go
          </Button>
        </div>
      ))}
    </Notice>
  );
}
