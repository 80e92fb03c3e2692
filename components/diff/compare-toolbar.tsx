import { ArrowLeftRight, Columns2, Download, Rows3 } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import type { DiffFilter } from "./diff-filter";

/** A text that can be chosen, as its address names it. */
export interface TextChoice {
  value: string;
  label: string;
}

export interface CompareToolbarProps {
  from: string;
  to: string;
  choices: readonly { group: string; texts: readonly TextChoice[] }[];
  filter: DiffFilter;
  hrefWith: (filter: DiffFilter) => string;
  /** Left out where time goes forward whatever is chosen. */
  swapHref?: string;
  /** Where the form goes; without it, to this page. */
  action?: string;
  /** Where the comparison can be fetched as a file; without it there is no such link. */
  exports?: { markdown: string; html: string; json: string };
}

/** Which two texts, how they lie on the page, and taking the comparison along. Works without scripts. */
export function CompareToolbar(props: CompareToolbarProps) {
  const { from, to, choices, filter, hrefWith, swapHref, action, exports } = props;
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3" data-print="hidden">
      <form method="get" action={action} className="flex flex-wrap items-end gap-2">
        <Picker name="from" label="From" value={from} choices={choices} />
        {swapHref && (
          <Link
            href={swapHref}
            aria-label="Swap the two"
            className={cn(buttonStyle({ variant: "quiet" }), "size-9 p-0")}
          >
            <ArrowLeftRight aria-hidden className="size-4" />
          </Link>
        )}
        <Picker name="to" label="To" value={to} choices={choices} />
        <button type="submit" className={buttonStyle({ variant: "secondary" })}>
          Compare
        </button>
      </form>
      <div role="group" aria-label="How the texts lie" className="flex gap-1">
        {LAYOUTS.map(({ layout, label, Icon }) => (
          <Link
            key={layout}
            href={hrefWith({ ...filter, layout })}
            scroll={false}
            prefetch={false}
            aria-current={filter.layout === layout ? "true" : undefined}
            className={cn(
              buttonStyle({ variant: "quiet" }),
              "aria-[current]:bg-accent-wash aria-[current]:text-accent",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {label}
          </Link>
        ))}
      </div>
      {exports && (
        <details className="relative">
          <summary className={cn(buttonStyle({ variant: "quiet" }), "list-none")}>
            <Download aria-hidden className="size-4" />
            Take along
          </summary>
          <ul className="absolute end-0 z-20 mt-1 grid min-w-40 rounded-md border border-line bg-raised p-1 shadow-overlay">
            <Export href={exports.markdown}>Markdown</Export>
            <Export href={exports.html}>HTML</Export>
            <Export href={exports.json}>JSON</Export>
          </ul>
        </details>
      )}
    </div>
  );
}

const LAYOUTS = [
  { layout: "inline", label: "In one column", Icon: Rows3 },
  { layout: "split", label: "Side by side", Icon: Columns2 },
] as const;

function Export({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href} className="block rounded-sm px-3 py-1.5 hover:bg-sunken" download>
        {children}
      </a>
    </li>
  );
}

interface PickerProps {
  name: string;
  label: string;
  value: string;
  choices: CompareToolbarProps["choices"];
}

function Picker({ name, label, value, choices }: PickerProps) {
  return (
    <div className="grid gap-1 text-sm">
      <label htmlFor={`compare-${name}`} className="text-ink-muted">
        {label}
      </label>
      <select
        id={`compare-${name}`}
        name={name}
        defaultValue={value}
        key={value}
        className="h-9 max-w-56 rounded-sm border border-line-strong bg-raised px-2 text-base"
      >
        {choices.map(
          ({ group, texts }) =>
            texts.length > 0 && (
              <optgroup key={group} label={group}>
                {texts.map((text) => (
                  <option key={text.value} value={text.value}>
                    {text.label}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </div>
  );
}
