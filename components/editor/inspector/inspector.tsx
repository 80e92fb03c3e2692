"use client";

import { ClipboardList, Hash, Quote } from "lucide-react";
import { AuthorityBadge } from "@/components/authority/authority-badge";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { citedBy } from "@/lib/spec/references";
import type { Verdict } from "@/lib/spec/schema/example-blocks";
import { withDescendants, type Section } from "@/lib/spec/section-tree";
import { useDesk, useFindings, useIndex, useSession } from "../desk-context";
import type { SpecIndex } from "../index/spec-index";
import { FindingList } from "../menus/findings-panel";
import { usePresence } from "../people/use-presence";
import { findSection } from "../text/sections";
import { useStore } from "../use-store";
import { PanelTitle } from "./panel-title";
import { SectionPrompts } from "./section-prompts";
import { SectionStanding } from "./section-standing";

export interface InspectorProps {
  /** Called when one goes to another place of the text: on a phone this stands in front of it. */
  onGo?: () => void;
}

/** About the section one is in: its id and authority, how it stands with others, who points at it. */
export function Inspector({ onGo }: InspectorProps) {
  const desk = useDesk();
  const index = useIndex();
  const { canWrite } = useSession();
  const uid = useStore(desk.about);
  const section = index.tree.sections.find((one) => one.uid === uid);
  const goTo = (place: string) => {
    onGo?.();
    desk.goTo(place);
  };
  if (!section) {
    return (
      <p className="text-sm text-ink-muted">
        Put the caret into a section to see what it is called, who points at it, and what its
        examples cover.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-5 text-sm">
      <Name section={section} canWrite={canWrite} />
      <PeopleHere uid={section.uid} />
      <Worth section={section} goTo={goTo} />
      <Coverage section={section} index={index} />
      <Citations section={section} index={index} goTo={goTo} />
      <SectionPrompts section={section} {...(onGo ? { onGo } : {})} />
      {/* It comes from the server, later than the rest: at the end it pushes nothing away under a pointer. */}
      <SectionStanding section={section} />
    </div>
  );
}

function Name({ section, canWrite }: { section: Section; canWrite: boolean }) {
  const desk = useDesk();
  const { lines } = useIndex();
  const line = lines.find(({ uid }) => uid === section.uid);
  const openMenu = (kind: "id" | "authority") => (event: { currentTarget: Element }) => {
    const editor = desk.editor.get();
    const place = editor && section.uid ? findSection(editor.state.doc, section.uid) : null;
    if (place) desk.openMenu({ kind, pos: place.from, anchor: event.currentTarget });
  };
  return (
    <section className="flex flex-col gap-2">
      <p className="text-xs text-ink-muted tabular-nums">
        Section {line?.number} · {(line?.words ?? 0).toLocaleString("en-GB")} words
      </p>
      <h2 className="font-serif text-md font-semibold">{section.title || "Untitled"}</h2>
      <div className="flex flex-wrap items-center gap-2">
        {line?.authority ? (
          <AuthorityBadge
            name={line.authority.name}
            colour={line.authority.colour}
            shape={line.authority.shape}
          />
        ) : (
          <span className="text-ink-muted">No authority</span>
        )}
        {section.id && (
          <code className="font-mono text-xs break-all text-ink-muted">#{section.id}</code>
        )}
        {section.tags.map((tag) => (
          <span key={tag} className="rounded-xs bg-sunken px-1.5 text-xs text-ink-muted">
            {tag}
          </span>
        ))}
      </div>
      {canWrite && (
        <div className="flex flex-wrap gap-2 pt-1">
          <Button size="sm" onClick={openMenu("authority")}>
            Authority
          </Button>
          <Button size="sm" onClick={openMenu("id")}>
            <Hash aria-hidden /> Id
          </Button>
          <Button size="sm" onClick={() => desk.form.set(section.uid)}>
            <ClipboardList aria-hidden /> Form
          </Button>
        </div>
      )}
    </section>
  );
}

function PeopleHere({ uid }: { uid: string | null }) {
  const people = usePresence().filter(
    (person) => !person.isMe && uid !== null && person.sections.includes(uid),
  );
  if (people.length === 0) return null;
  return (
    <section>
      <PanelTitle>Also here</PanelTitle>
      <ul className="flex flex-col gap-1.5">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <Avatar person={person} size="sm" decorative /> {person.name}
          </li>
        ))}
      </ul>
    </section>
  );
}

type GoTo = (uid: string) => void;

function Worth({ section, goTo }: { section: Section; goTo: GoTo }) {
  const findings = useFindings().filter(
    ({ uid, sectionId }) => uid === section.uid || (sectionId !== null && sectionId === section.id),
  );
  if (findings.length === 0) return null;
  return (
    <section>
      <PanelTitle>Worth a look</PanelTitle>
      <FindingList findings={findings} goTo={goTo} />
    </section>
  );
}

function Coverage({ section, index }: { section: Section; index: SpecIndex }) {
  const own = new Set(withDescendants(section));
  const examples = index.examples.filter(({ section: at }) => at !== null && own.has(at));
  const responses = examples.flatMap((example) => example.responses);
  const count = (verdict: Verdict, one: string, many = one) => {
    const number = responses.filter((response) => response.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const counts = [
    ...count("GOOD", "compliant"),
    ...count("BAD", "violation", "violations"),
    ...count("OK", "with minor issues"),
  ].join(", ");
  return (
    <section>
      <PanelTitle>Examples</PanelTitle>
      {examples.length === 0 ? (
        <p className="text-ink-muted">None yet. Press / and choose “Tricky example”.</p>
      ) : (
        <p>
          {examples.length} {examples.length === 1 ? "example" : "examples"}
          {counts && `: ${counts}`}
        </p>
      )}
    </section>
  );
}

function Citations({ section, index, goTo }: { section: Section; index: SpecIndex; goTo: GoTo }) {
  const citations = section.id ? (citedBy(index.references).get(section.id) ?? []) : [];
  const from = [
    ...new Set(citations.flatMap(({ section: at }) => (at && at !== section ? [at] : []))),
  ];
  return (
    <section>
      <PanelTitle>Cited by</PanelTitle>
      {from.length === 0 && <p className="text-ink-muted">No other section points here.</p>}
      <ul className="flex flex-col gap-0.5">
        {from.map((citing) => (
          <li key={citing.uid}>
            <button
              type="button"
              className="link flex min-h-6 items-center gap-1.5 text-start"
              onClick={() => citing.uid && goTo(citing.uid)}
            >
              <Quote aria-hidden className="size-3 shrink-0" />
              {citing.title || "Untitled"}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
