import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import type { RankedItem } from "./rank-items";

export interface PaletteOptionProps {
  id: string;
  ranked: RankedItem;
  active: boolean;
  onChoose: () => void;
  onPoint: () => void;
}

/** One line of the palette. The focus stays in the field; `active` says where the arrow keys are. */
export function PaletteOption({ id, ranked, active, onChoose, onPoint }: PaletteOptionProps) {
  const { item, hits } = ranked;
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={onChoose}
      onPointerMove={onPoint}
      className={cn(
        "flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 scroll-my-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted",
        active &&
          "bg-accent-wash inset-ring-1 inset-ring-accent forced-colors:outline-2 [&_svg]:text-accent",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">
        <Emphasised text={item.label} hits={hits} />
      </span>
      {item.hint && (
        <span className="truncate text-sm text-ink-muted max-sm:hidden">{item.hint}</span>
      )}
      {item.keys && <Kbd keys={item.keys} />}
    </div>
  );
}

function Emphasised({ text, hits }: { text: string; hits: number[] }) {
  const strong = new Set(hits);
  return text
    .split("")
    .reduce<{ text: string; hit: boolean }[]>((runs, letter, index) => {
      const last = runs.at(-1);
      const hit = strong.has(index);
      if (last && last.hit === hit) last.text += letter;
      else runs.push({ text: letter, hit });
      return runs;
    }, [])
    .map((run, index) =>
      run.hit ? (
        <b key={index} className="font-semibold text-accent">
          {run.text}
        </b>
      ) : (
        run.text
      ),
    );
}
