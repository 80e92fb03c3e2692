"use client";

import { useState } from "react";
import { absoluteTime, relativeTime } from "./relative-time";

export interface TimeProps {
  /** ISO 8601, or a Date. */
  at: string | Date;
  /** Adds hours and minutes, in UTC. */
  precise?: boolean;
  className?: string;
}

/** A date in full. Hovering tells how long ago, counted in the browser: the server's words would be stale. */
export function Time({ at, precise = false, className }: TimeProps) {
  const [hint, setHint] = useState<string>();
  const date = new Date(at);
  const handleEnter = () =>
    setHint(`${relativeTime(date, new Date())} (${absoluteTime(date, true)})`);
  return (
    <time
      dateTime={date.toISOString()}
      title={hint}
      onPointerEnter={handleEnter}
      className={className}
    >
      {absoluteTime(date, precise)}
    </time>
  );
}
