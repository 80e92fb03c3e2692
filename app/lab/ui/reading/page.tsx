import { AuthorityBadge } from "@/components/authority/authority-badge";
import { AuthorityBar } from "@/components/authority/authority-bar";
import { AuthorityLegend } from "@/components/authority/authority-legend";
import { PaletteButton } from "@/components/palette/palette-button";
import { DemoBanner } from "@/components/shell/demo-banner";
import { ReadingShell } from "@/components/shell/reading-shell";
import { pretendSignOut } from "../actions";
import { LabPalette } from "../lab-palette";
import { CLAUSES, levelOf, LEVELS } from "../samples";

/** The reading frame with a short text in it. */
export default function ReadingPage() {
  return (
    <LabPalette>
      <ReadingShell
        account={{ person: null, signOut: pretendSignOut, signInHref: "/lab/ui" }}
        slot={<PaletteButton />}
        banner={
          <DemoBanner>This is a demo. Everything in it is reset when it restarts.</DemoBanner>
        }
      >
        <p className="caps text-ink-muted">Release 2026-11-23</p>
        <h1 className="mt-2 font-serif text-3xl font-semibold">A kind helper</h1>
        <p className="mt-4 font-serif text-reading">
          How an assistant is meant to behave when people lean on it: what it owes to the person who
          asks, to the maker who built it, and to everyone else.
        </p>
        <AuthorityLegend levels={LEVELS} className="my-10 border-y border-line py-6" />
        <div className="flex flex-col gap-10">
          {CLAUSES.map((clause) => (
            <section key={clause.id} id={clause.id} aria-labelledby={`${clause.id}-title`}>
              <AuthorityBar {...levelOf(clause.level)}>
                <h2
                  id={`${clause.id}-title`}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 font-serif text-xl font-semibold"
                >
                  {clause.title} <AuthorityBadge {...levelOf(clause.level)} className="font-sans" />
                </h2>
                <p className="mt-3 font-serif text-reading">
                  A helper tells people what it knows, and says where its knowledge ends. It does
                  not round a doubt up to a certainty because the certain answer sounds better, and
                  it <em>does not</em> leave out the one fact that would change the question. See{" "}
                  <a className="link" href="#keep-a-confidence">
                    Keep a confidence
                  </a>
                  .
                </p>
              </AuthorityBar>
            </section>
          ))}
        </div>
      </ReadingShell>
    </LabPalette>
  );
}
