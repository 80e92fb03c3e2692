import type { DiffFilter } from "./diff-filter";
import type { DiffParts } from "./diff-parts";

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
  parts: DiffParts;
  /** Left out where time goes forward whatever is chosen. */
  swapHref?: string;
  /** Where the form goes; without it, to this page. */
  action?: string;
  /** Where the comparison can be fetched as a file; without it there is no such link. */
  exports?: { markdown: string; html: string; json: string };
}

/** Which two texts, how they lie on the page, and taking the comparison along. Works without scripts. */
export function CompareToolbar(props: CompareToolbarProps) {
  const { from, to, choices, filter, hrefWith, parts, swapHref, action, exports } = props;
  const { Link } = parts;
  return (
    <div className="diff-bar" data-print="hidden">
      <form method="get" action={action}>
        <Picker name="from" label="From" value={from} choices={choices} />
        {swapHref && (
          <Link href={swapHref} aria-label="Swap the two" className="diff-swap">
            ⇄
          </Link>
        )}
        <Picker name="to" label="To" value={to} choices={choices} />
        <button type="submit" className="diff-button">
          Compare
        </button>
      </form>
      <div role="group" aria-label="How the texts lie" className="diff-choice">
        {LAYOUTS.map(({ layout, label }) => (
          <Link
            key={layout}
            href={hrefWith({ ...filter, layout })}
            aria-current={filter.layout === layout ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </div>
      {exports && (
        <details className="diff-menu">
          <summary className="diff-button">Take along</summary>
          <ul>
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
  { layout: "inline", label: "In one column" },
  { layout: "split", label: "Side by side" },
] as const;

function Export({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href} rel="nofollow" download>
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
    <div className="diff-pick">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={value} key={value}>
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
