import type { Change, ChangeKind, ChangeOf, Place } from "./change";

type Teller = { [K in ChangeKind]: (change: ChangeOf<K>) => string };

/** A change as a person who works on the text would say it: one sentence, no ids of ours. */
export function sentenceOf(change: Change): string {
  const tell = SENTENCES[change.kind] as (change: Change) => string;
  return `${tell(change)}.`;
}

const SENTENCES: Teller = {
  "section.added": ({ to, authority }) =>
    `${thing(authority)} ${section(to)} was added${at(authority)}${under(to)}`,
  "section.removed": ({ from, authority }) =>
    `${thing(authority)} ${section(from)} was removed${was(authority)}${under(from)}`,
  "section.renamed": ({ to, before, after }) =>
    `The id of ${section(to)} changed from ${id(before)} to ${id(after)}`,
  "section.retitled": ({ before, after }) => `${quote(before)} is now called ${quote(after)}`,
  "section.moved": ({ from, to }) => `${section(to)} moved from ${parent(from)} to ${parent(to)}`,
  "section.reordered": ({ to }) => `${section(to)} stands in another place among its neighbours`,
  "section.merged": ({ sources, to }) => `${list(sources.map(section))} became one: ${section(to)}`,
  "section.split": ({ from, targets }) => `${section(from)} became ${list(targets.map(section))}`,
  "section.authority": ({ to, before, after, direction }) =>
    `The authority of ${section(to)} was ${direction ?? "changed"} from ${level(before)} to ${level(after)}`,
  "section.tags": ({ to, before, after }) =>
    `The tags of ${section(to)} changed from ${before ?? "none"} to ${after ?? "none"}`,
  "section.level": ({ to, before, after }) =>
    `The heading of ${section(to)} changed from level ${before} to level ${after}`,
  "section.attributes": ({ to }) => `The heading of ${section(to)} is written in another way`,
  "level.renamed": ({ before, after, sections }) =>
    `The authority level ${level(before)} is now called ${level(after)} (${count(sections.length, "clause")})`,
  "level.added": ({ after }) => `The authority level ${level(after)} is new`,
  "level.removed": ({ before }) => `The authority level ${level(before)} is gone`,
  "level.changed": ({ after }) => `The authority level ${level(after)} ranks or binds otherwise`,
  "example.added": ({ to, turned }) =>
    turned
      ? `A commentary in ${section(to)} became the example ${quote(title(to))}`
      : `The example ${quote(title(to))} was added to ${section(to)}`,
  "example.removed": ({ from, turned }) =>
    turned
      ? `The example ${quote(title(from))} in ${section(from)} became commentary`
      : `The example ${quote(title(from))} was removed from ${section(from)}`,
  "example.renamed": ({ before, after }) =>
    `The example ${quote(before)} is now called ${quote(after)}`,
  "example.moved": ({ from, to }) =>
    `The example ${quote(title(to))} moved from ${section(from)} to ${section(to)}`,
  "example.reordered": ({ to }) =>
    `The example ${quote(title(to))} stands in another place in ${section(to)}`,
  "example.edited": ({ to, reordered, contains }) => {
    const subject = `example ${quote(title(to))} in ${section(to)}`;
    if (!reordered) return `The ${subject} was edited`;
    const order = "says its parts in another order";
    return contains.length === 0
      ? `The ${subject} ${order}`
      : `The ${subject} was edited and ${order}`;
  },
  "example.typography": ({ to }) =>
    `Only the typography of the example ${quote(title(to))} in ${section(to)} changed`,
  "response.added": ({ to }) => `${article(response(to))} was added to ${inExample(to)}`,
  "response.removed": ({ from }) =>
    `${article(response(from))} was removed from ${inExample(from)}`,
  "response.text": ({ to }) => `The ${response(to)} in ${inExample(to)} was rewritten`,
  "response.verdict": ({ to, before, after }) =>
    `The ${response(to)} in ${inExample(to)} is now ${verdict(after)} and was ${verdict(before)}`,
  "response.reason": ({ to, before, after }) =>
    `The reason of the ${response(to)} in ${inExample(to)} was ${how(before, after)}`,
  "response.violates": ({ to, before, after }) => violates(to, before, after),
  "message.added": ({ to, role }) => `A message of the ${role} was added to ${inExample(to)}`,
  "message.removed": ({ from, role }) =>
    `A message of the ${role} was removed from ${inExample(from)}`,
  "message.edited": ({ to, role }) => `A message of the ${role} in ${inExample(to)} was edited`,
  "unit.added": ({ to, form, after }) =>
    `${article(form)} was added to ${section(to)}: ${excerpt(after)}`,
  "unit.removed": ({ from, form, before }) =>
    `${article(form)} was removed from ${section(from)}: ${excerpt(before)}`,
  "unit.edited": ({ to, form, after }) =>
    `${article(form)} in ${section(to)} was edited: ${excerpt(after)}`,
  "unit.moved": ({ form, after, ...move }) =>
    `${article(form)} moved ${way(move)}: ${excerpt(after)}`,
  "unit.split": ({ to, form, targets, before }) =>
    `${article(form)} in ${section(to)} became ${targets.length}: ${excerpt(before)}`,
  "unit.merged": ({ to, form, sources, after }) =>
    `${sources.length} texts in ${section(to)} became one ${form}: ${excerpt(after)}`,
  "unit.typography": ({ to, form, after }) =>
    `Only the typography of a ${form} in ${section(to)} changed: ${excerpt(after)}`,
  "sentence.moved": ({ after, ...move }) => `A sentence moved ${way(move)}: ${excerpt(after)}`,
  "marker.added": ({ to, after }) =>
    `The evaluation marker ${id(after)} was added to ${section(to)}`,
  "marker.removed": ({ from, before }) =>
    `The evaluation marker ${id(before)} was removed from ${section(from)}`,
  "marker.moved": ({ after, ...move }) => `The evaluation marker ${id(after)} moved ${way(move)}`,
  "xref.added": ({ to, after }) => `A reference to ${id(after)} was added in ${section(to)}`,
  "xref.removed": ({ from, before }) =>
    `A reference to ${id(before)} was removed in ${section(from)}`,
  "link.added": ({ to, after }) => `A link to ${after} was added in ${section(to)}`,
  "link.removed": ({ from, before }) => `A link to ${before} was removed in ${section(from)}`,
  "link.changed": ({ to, before, after }) =>
    `A link in ${section(to)} leads to ${after} and led to ${before}`,
  "prompts.added": ({ after }) => `Evaluation prompts for ${id(after)} were added`,
  "prompts.removed": ({ before }) => `Evaluation prompts for ${id(before)} were removed`,
  "prompts.edited": ({ before, after, headerOnly }) => {
    if (before !== after)
      return `The evaluation prompts for ${id(before)} are for ${id(after)} now`;
    return headerOnly
      ? `The header of the evaluation prompts for ${id(after)} names another section`
      : `Evaluation prompts for ${id(after)} were edited`;
  },
  "spec.retitled": ({ before, after }) =>
    `The spec is now called ${quote(after)} and was called ${quote(before)}`,
};

const quote = (text: string | null) => `“${(text ?? "").trim() || "untitled"}”`;
const id = (text: string | null) => text ?? "none";
const title = (place: Place | null) => place?.exampleTitle ?? null;

const section = (place: Place | null) =>
  place?.sectionNumber == null ? "the opening" : quote(place.sectionTitle);

const parent = (place: Place | null) =>
  place?.parentTitle == null ? "the top level" : quote(place.parentTitle);

const under = (place: Place | null) =>
  place?.parentTitle ? ` under ${quote(place.parentTitle)}` : "";

const thing = (authority: string | null) => (authority === null ? "The section" : "The clause");
const level = (key: string | null) =>
  key === null ? "none" : key.charAt(0).toUpperCase() + key.slice(1).replaceAll(/[_-]+/g, " ");
const at = (authority: string | null) =>
  authority === null ? "" : ` at level ${level(authority)}`;
const was = (authority: string | null) =>
  authority === null ? "" : ` (level ${level(authority)})`;

const VERDICTS: Record<string, string> = {
  GOOD: "compliant",
  BAD: "a violation",
  OK: "a minor issue",
};
const verdict = (key: string | null) => (key === null ? "without verdict" : (VERDICTS[key] ?? key));

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const response = (place: Place | null) => {
  const index = place?.response ?? 0;
  return `${ORDINALS[index] ?? `${index + 1}th`} response`;
};

const inExample = (place: Place | null) =>
  `the example ${quote(title(place))} of ${section(place)}`;

const how = (before: string | null, after: string | null) =>
  before === null ? "added" : after === null ? "removed" : "edited";

function violates(place: Place | null, before: string | null, after: string | null): string {
  const subject = `The ${response(place)} in ${inExample(place)}`;
  if (after === null) return `${subject} no longer names ${id(before)} as what it violates`;
  if (before === null) return `${subject} now names ${id(after)} as what it violates`;
  return `${subject} now violates ${id(after)} and violated ${id(before)}`;
}

interface Move {
  from: Place | null;
  to: Place | null;
  within: boolean;
}

function way({ from, to, within }: Move): string {
  const way = within ? `within ${section(to)}` : `from ${section(from)} to ${section(to)}`;
  const [was, now] = [from, to].map((place) => place?.form === "commentary paragraph");
  if (was === now) return way;
  return now ? `${way} into commentary` : `${way} out of commentary`;
}

const article = (noun: string) => `${/^[aeiou]/i.test(noun) ? "An" : "A"} ${noun}`;
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The beginning of a text, on one line, up to the end of a word. */
function excerpt(text: string | null, most = 80): string {
  const line = (text ?? "").replaceAll(/\s+/g, " ").trim();
  if (line.length <= most) return quote(line);
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return quote(`${space > most / 2 ? cut.slice(0, space) : cut}…`);
}
