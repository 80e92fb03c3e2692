import type { ReactNode } from "react";
import type { SinceBefore } from "@/lib/import/release-preview";
import type { LedgerEvent } from "@/lib/spec/ledger";

/** How a version continues the one before it: what is known again, and what became of ids. */
export function SinceFacts({ since }: { since: SinceBefore }) {
  const { known, all, ledger } = since;
  return (
    <div className="text-sm">
      <p className="max-w-prose">
        <span className="tabular-nums">{known.toLocaleString("en")}</span> of{" "}
        <span className="tabular-nums">{all.toLocaleString("en")}</span> parts continue the version
        before: comments and history stay with them.
      </p>
      {ledger.length > 0 && (
        <>
          <p className="mt-2 font-medium">What became of clause ids</p>
          <ul className="mt-1 flex flex-col gap-1">
            {ledger.map((event, index) => (
              <li key={index} className="wrap-anywhere">
                {sentence(event)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sentence(event: LedgerEvent): ReactNode {
  switch (event.kind) {
    case "renamed":
      return (
        <>
          <Ids ids={[event.from]} /> is now called <Ids ids={[event.to]} />
        </>
      );
    case "merged":
      return (
        <>
          <Ids ids={event.from} /> went into <Ids ids={[event.to]} />
        </>
      );
    case "split":
      return (
        <>
          <Ids ids={[event.from]} /> became <Ids ids={event.to} />
        </>
      );
    case "moved":
      return (
        <>
          <Ids ids={[event.id]} /> moved{" "}
          {event.to ? (
            <>
              under <Ids ids={[event.to]} />
            </>
          ) : (
            "to the top"
          )}
        </>
      );
    case "retired":
      return (
        <>
          <Ids ids={[event.id]} /> is not there any more
        </>
      );
  }
}

function Ids({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ", "}
      <code className="font-mono text-xs">#{id}</code>
    </span>
  ));
}
