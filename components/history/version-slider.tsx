"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

export interface VersionSliderProps {
  /** Oldest first. `href` shows the version; `words` are read out for its place. */
  versions: readonly { href: string; words: string }[];
  at: number;
  /** What goes along with the steps, below them. */
  children: ReactNode;
}

const STEP_MS = 1_400;

/** Goes through the wordings of a section in time: by hand, by keys, or by itself. */
export function VersionSlider({ versions, at, children }: VersionSliderProps) {
  const router = useRouter();
  const [place, setPlace] = useState(at);
  const [playing, setPlaying] = useState(false);
  const go = (next: number) => {
    setPlace(next);
    router.replace(versions[next]!.href, { scroll: false });
  };
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (place >= versions.length - 1) return setPlaying(false);
      setPlace(place + 1);
      router.replace(versions[place + 1]!.href, { scroll: false });
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, place, versions, router]);
  const toggle = () => {
    if (!playing && place >= versions.length - 1) go(0);
    setPlaying(!playing);
  };
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3">
      <IconButton
        aria-label={playing ? "Stop" : "Play from here"}
        onClick={toggle}
        data-print="hidden"
      >
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      </IconButton>
      <input
        type="range"
        min={0}
        max={versions.length - 1}
        step={1}
        value={place}
        aria-label="Wording over time"
        aria-valuetext={versions[place]?.words}
        onChange={(event) => go(Number(event.currentTarget.value))}
        className="h-8 min-w-0"
        data-print="hidden"
      />
      <output className="text-sm text-ink-muted tabular-nums">
        {place + 1} of {versions.length}
      </output>
      <div className="col-start-2">{children}</div>
    </div>
  );
}
