"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { useId, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Scrim } from "@/components/ui/scrim";
import { Spinner } from "@/components/ui/spinner";
import { nextPlace } from "./next-place";
import type { PaletteItem, PaletteSearch } from "./palette-item";
import { PaletteList } from "./palette-list";
import { rankItems } from "./rank-items";
import { useRemoteSearch } from "./use-remote-search";

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Known here and now; filtered as one types. */
  actions: PaletteItem[];
  /** Asked when typing pauses. Keep it the same function between renders. */
  search?: PaletteSearch;
}

/** One field for everything: type what you want to do or where you want to go. */
export function CommandPalette({ open, onOpenChange, actions, search }: CommandPaletteProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Scrim />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed z-50 flex w-full animate-rise flex-col overflow-hidden border border-line bg-raised shadow-overlay outline-none max-sm:inset-0 sm:start-1/2 sm:top-[12dvh] sm:max-h-[min(32rem,76dvh)] sm:max-w-xl sm:-translate-x-1/2 sm:rounded-lg"
        >
          <Primitive.Title className="sr-only">Search and commands</Primitive.Title>
          <PaletteBody actions={actions} search={search} onClose={() => onOpenChange(false)} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface PaletteBodyProps extends Pick<CommandPaletteProps, "actions" | "search"> {
  onClose: () => void;
}

function PaletteBody({ actions, search, onClose }: PaletteBodyProps) {
  const id = useId();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const remote = useRemoteSearch(search, query);
  const sections = rankItems(query, actions, remote.items);
  const items = sections.flatMap((section) => section.items);
  const active = Math.min(chosen, items.length - 1);

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    if (item.href) router.push(item.href);
    else item.run?.();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = nextPlace(event.key, active, items.length);
    if (next !== null) setChosen(next);
    else if (event.key === "Enter") choose(items[active]?.item);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line ps-4 pe-2">
        {remote.loading ? (
          <Spinner className="text-ink-muted" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
        )}
        {/* The dialog focuses its first field. With autoFocus it would come too early for the dialog
            to know, and a menu that closes at the same moment could take the focus away for good. */}
        <input
          role="combobox"
          aria-label="Search or type a command"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items[active] ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Search or type a command"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={handleKeyDown}
          className="h-13 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-muted"
        />
        <Primitive.Close asChild>
          <Button variant="quiet" size="sm" className="px-2" aria-label="Close">
            <X aria-hidden className="sm:hidden" />
            <span aria-hidden className="contents max-sm:hidden">
              <Kbd keys={["Esc"]} />
            </span>
          </Button>
        </Primitive.Close>
      </div>
      <PaletteList
        id={id}
        sections={sections}
        active={active}
        onChoose={choose}
        onPoint={setChosen}
      />
      <PaletteNotes query={query.trim()} count={items.length} remote={remote} />
    </>
  );
}

interface PaletteNotesProps {
  query: string;
  count: number;
  remote: { loading: boolean; failed: boolean; retry: () => void };
}

/** What the list cannot say by itself: nothing found, still looking, or the search did not answer. */
function PaletteNotes({ query, count, remote }: PaletteNotesProps) {
  const words = remote.loading
    ? "Searching specs and clauses"
    : count === 0
      ? `Nothing found for “${query}”. Try fewer or other words.`
      : `${count} ${count === 1 ? "result" : "results"}`;
  return (
    <div className="border-t border-line px-4 py-2 text-sm text-ink-muted">
      {remote.failed && (
        <div className="mb-2 flex items-center justify-between gap-3 text-ink">
          The search did not answer; actions still work.
          <Button size="sm" className="shrink-0" onClick={remote.retry}>
            Search again
          </Button>
        </div>
      )}
      <div className="flex items-center justify-between gap-4">
        <p role="status">{words}</p>
        <p aria-hidden className="flex items-center gap-1.5 max-sm:hidden">
          <Kbd keys={["↑", "↓"]} /> move <Kbd keys={["↵"]} /> open
        </p>
      </div>
    </div>
  );
}
