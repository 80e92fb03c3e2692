import type { Metadata } from "next";
import { Fragment, type ReactNode } from "react";
import { ReadingShell } from "@/components/shell/reading-shell";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { db } from "@/lib/data/db";
import { listPublished } from "@/lib/data/published";
import { shellAccount } from "../shell-account";

export const metadata: Metadata = {
  title: "For machines",
  description: "How programs read published specs: JSON, Markdown, feeds, hashes and caching.",
};

const ADDRESSES: readonly [address: string, gives: string][] = [
  ["/<spec>.json", "the newest release as canonical JSON"],
  ["/<spec>.md", "the newest release as Markdown"],
  ["/<spec>/<release>.json", "a release, byte for byte what its hash is made of"],
  ["/<spec>/<release>.md", "the same as Markdown; of an imported release its own bytes"],
  ["/<spec>/<release>/<clause>.json", "one clause: level, who cites it, its blocks"],
  ["/<spec>/<release>/<clause>.md", "one clause as Markdown; also an example by its id"],
  ["/<spec>/<release>/<clause>~<letters>", "a paragraph: leads to its place on the page"],
  ["/<spec>/<release>/blocks.json", "the identities of the blocks on the page, in order"],
  ["/<spec>/releases.json", "all releases with dates, hashes, notes, corrections"],
  ["/<spec>/feed.xml", "releases as an Atom feed"],
  ["/<spec>/feed/<clause>.xml", "changes of one clause as an Atom feed"],
  ["/<spec>/llms.txt", "a spec for language models; /llms.txt lists all specs"],
];

const SCHEMAS: readonly [file: string, of: string][] = [
  ["precept-spec-1.schema.json", "a release"],
  ["precept-published-1.schema.json", "releases, clauses and examples"],
  ["precept-diff-1.schema.json", "comparisons"],
];

/** The read API, in words. */
export default async function ForMachinesPage() {
  const [signedIn, specs] = await Promise.all([currentSignedIn(), listPublished(db())]);
  const [first] = specs;
  return (
    <ReadingShell account={shellAccount(signedIn)}>
      <h1 className="font-serif text-3xl font-semibold text-balance">For machines</h1>
      <p className="mt-5 font-serif text-reading text-pretty">
        Everything that people can read here, programs can read too: without a key, from any site,
        as often as they like. Write <code className="font-mono text-sm">latest</code> where a
        release stands to get the newest one.
      </p>
      <Part title="Addresses">
        <dl className="flex flex-col gap-3">
          {ADDRESSES.map(([address, gives]) => (
            <div key={address}>
              <dt className="font-mono text-sm break-words">{address}</dt>
              <dd className="text-ink-muted">{gives}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Caching">
        <p>
          Answers carry a strong ETag; send it back as If-None-Match and an unchanged answer is a
          304 without a body. The JSON and the Markdown of a named release never change and may be
          kept for ever. Everything about the newest release is fresh for a minute.
        </p>
      </Part>
      <Part title="Checking a text">
        <p>
          The SHA-256 of the bytes of a release as JSON is its documentHash. The release itself,
          with its label, its notes and the release before it, is named by its manifestHash. Both
          stand in releases.json and at the foot of every release.
        </p>
      </Part>
      <Part title="Shapes">
        <p>
          JSON Schemas say what stands in each:{" "}
          {SCHEMAS.map(([file, of], index) => (
            <Fragment key={file}>
              {index > 0 && ", "}
              <a className="link" href={`/schemas/${file}`}>
                {of}
              </a>
            </Fragment>
          ))}
          . Within a version no field changes its meaning.
        </p>
      </Part>
      {first && (
        <Part title="Try it">
          <ul className="flex flex-col gap-1">
            {[`/${first.slug}.md`, `/${first.slug}/releases.json`, `/${first.slug}/llms.txt`].map(
              (address) => (
                <li key={address}>
                  <a className="link font-mono text-sm" href={address}>
                    {address}
                  </a>
                </li>
              ),
            )}
          </ul>
        </Part>
      )}
    </ReadingShell>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
