import type { Actor } from "@/lib/policy/actor";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";
import { hindranceOf, type Hindrance, type PartState } from "@/lib/workflow/approval-state";
import type { ChangedPart } from "@/lib/workflow/parts";
import type { NamedPerson, Names } from "./names";
import type { Review } from "./review";

/** One change of a candidate as one person sees it. */
export interface PartView {
  key: string;
  change: string;
  kind: ChangedPart["kind"];
  became: ChangedPart["became"];
  title: string;
  id: string | null;
  sectionNumber: string | null;
  level: AuthorityLevel | null;
  /** Uid of the chapter it stands in. */
  chapter: string | null;
  state: PartState["state"];
  approvedBy: NamedPerson[];
  needed: number;
  ownersMissing: { name: string; people: NamedPerson[] }[];
  couldApprove: NamedPerson[];
  isStuck: boolean;
  objections: number;
  mine: { approved: boolean; hindrance: Hindrance; viewed: boolean };
  /** Nothing accounts for it in the notes. */
  unexplained: boolean;
}

/** Every change of a candidate, in the order of the text. */
export function partViews(
  actor: Actor,
  { approval, facts, document, unexplained }: Review,
  { names, viewed }: { names: Names; viewed: ReadonlySet<string> },
): PartView[] {
  const silent = new Set(unexplained.map(({ change }) => change));
  return approval.parts.map(({ part, ownersMissing, ...state }) => ({
    key: part.key,
    change: part.change,
    kind: part.kind,
    became: part.became,
    title: part.title,
    id: part.id,
    sectionNumber: part.number,
    level: part.authority ? { ...levelOf(part.authority, document.levels) } : null,
    chapter: part.path.at(-1) ?? null,
    state: state.state,
    approvedBy: state.approvedBy.map(names),
    needed: state.needed,
    ownersMissing: ownersMissing.map(({ name, people }) => ({ name, people: people.map(names) })),
    couldApprove: state.couldApprove.map(names),
    isStuck: state.isStuck,
    objections: state.objections.length,
    mine: {
      approved: state.approvedBy.includes(actor.id),
      hindrance: hindranceOf(actor.id, part, facts),
      viewed: viewed.has(part.change),
    },
    unexplained: silent.has(part.change),
  }));
}
