import type { ChangeClass, ChangeKind } from "../change";
import type { NodeJson } from "@/lib/spec/block-json";
import { sameContent } from "../parts/content-key";
import type { ExamplePart, ResponsePart, SpeechPart } from "../parts/example-part";
import { sameWords } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { alternative, sure } from "./report";
import type { Telling } from "./telling";

/** A change that waits for its summary; `kind` is null for typography, which is not told one by one. */
export interface Told {
  kind: ChangeKind | null;
  class: ChangeClass;
  /** Writes it down. @returns its id */
  tell: (partOf: string) => string;
}

const TYPOGRAPHY: Told = { kind: null, class: "typographic", tell: (partOf) => partOf };

/** What became of the messages of an example, in order. */
export function tellMessages(from: ExamplePart, to: ExamplePart, telling: Telling): Told[] {
  const told: Told[] = [];
  for (const gone of from.messages.filter(({ partner }) => partner === null)) {
    told.push(message("message.removed", gone, null, from, to, telling));
  }
  for (const now of to.messages) {
    const was = now.partner;
    if (!was) told.push(message("message.added", null, now, from, to, telling));
    else if (!sameSpeech(was, now)) {
      told.push(
        isTypography(was, now)
          ? TYPOGRAPHY
          : message("message.edited", was, now, from, to, telling),
      );
    }
  }
  return told;
}

const sameSpeech = (a: SpeechPart, b: SpeechPart) =>
  a.text === b.text && tagOf(a) === tagOf(b) && sameContent(bodyOf(a), bodyOf(b));

/** The words are the same, said by the same, with the same tags around: only their typography differs. */
const isTypography = (a: SpeechPart, b: SpeechPart) =>
  a.text !== b.text && a.saysTheSame(b) && tagOf(a) === tagOf(b) && tagsIn(a) === tagsIn(b);

const tagsIn = (part: SpeechPart) =>
  JSON.stringify((bodyOf(part) ?? []).flatMap((node) => marksIn(node)));

const marksIn = (node: NodeJson): unknown[] => [
  ...(node.marks ?? []),
  ...(node.content ?? []).flatMap(marksIn),
];

const tagOf = ({ role, attributes }: SpeechPart) =>
  `<${[role, ...attributes.map(([name, value]) => `${name}="${value}"`)].join(" ")}>`;

const bodyOf = ({ node }: SpeechPart): readonly NodeJson[] | undefined =>
  node.type === "message" ? node.content : node.content?.filter((child) => child.type === "body");

function message(
  kind: "message.added" | "message.removed" | "message.edited",
  was: SpeechPart | null,
  now: SpeechPart | null,
  from: ExamplePart,
  to: ExamplePart,
  telling: Telling,
): Told {
  const sameWords = was !== null && now !== null && was.saysTheSame(now);
  const shown = (part: SpeechPart | null) =>
    part && (sameWords ? `${tagOf(part)}\n${part.text}` : part.text);
  const tell = (partOf: string) =>
    telling.report.add(
      kind,
      {
        class: "normative",
        from: was && telling.from.message(was, from),
        to: now && telling.to.message(now, to),
        before: shown(was),
        after: shown(now),
        parts: was && now && !sameWords ? wordParts(was.tokens, now.tokens) : [],
        confidence: was && now ? sure(telling.comparison.messages.evidence(was).confidence) : 1,
        role: (now ?? was)!.role,
        partOf,
      },
      [was && from, now && to],
    ).id;
  return { kind, class: "normative", tell };
}

/** What became of the responses of an example, in order. */
export function tellResponses(from: ExamplePart, to: ExamplePart, telling: Telling): Told[] {
  const told: Told[] = [];
  for (const gone of from.responses.filter(({ partner }) => partner === null)) {
    told.push(response("response.removed", gone, null, from, to, telling, textOf(gone, null)));
  }
  for (const now of to.responses) {
    const was = now.partner;
    if (!was)
      told.push(response("response.added", null, now, from, to, telling, textOf(null, now)));
    else told.push(...changesOf(was, now, from, to, telling));
  }
  return told;
}

interface Values {
  class: ChangeClass;
  before: string | null;
  after: string | null;
  parts?: ReturnType<typeof wordParts>;
}

const textOf = (was: ResponsePart | null, now: ResponsePart | null): Values => ({
  class: "normative",
  before: was?.text ?? null,
  after: now?.text ?? null,
});

function changesOf(
  was: ResponsePart,
  now: ResponsePart,
  from: ExamplePart,
  to: ExamplePart,
  telling: Telling,
): Told[] {
  const told: Told[] = [];
  const put = (kind: ResponseKind, values: Values) =>
    told.push(response(kind, was, now, from, to, telling, values));
  if (was.verdict !== now.verdict) {
    put("response.verdict", { class: "normative", before: was.verdict, after: now.verdict });
  }
  const { renamed } = telling.comparison;
  const violated = was.violates === null ? null : (renamed.get(was.violates) ?? was.violates);
  if (violated !== now.violates) {
    put("response.violates", { class: "normative", before: was.violates, after: now.violates });
  }
  told.push(...reasonChange(was, now, put));
  if (!sameSpeech(was, now)) {
    if (isTypography(was, now)) told.push(TYPOGRAPHY);
    else put("response.text", { ...textOf(was, now), parts: wordParts(was.tokens, now.tokens) });
  }
  return told;
}

function reasonChange(
  was: ResponsePart,
  now: ResponsePart,
  put: (kind: ResponseKind, values: Values) => void,
): Told[] {
  const same = was.reason.text === now.reason.text || sameWords(was.reasonTokens, now.reasonTokens);
  if (same) return was.reason.format === now.reason.format ? [] : [TYPOGRAPHY];
  put("response.reason", {
    class: "editorial",
    before: was.reason.text || null,
    after: now.reason.text || null,
    parts: wordParts(was.reasonTokens, now.reasonTokens),
  });
  return [];
}

type ResponseKind = Extract<ChangeKind, `response.${string}`>;

function response(
  kind: ResponseKind,
  was: ResponsePart | null,
  now: ResponsePart | null,
  from: ExamplePart,
  to: ExamplePart,
  telling: Telling,
  values: Values,
): Told {
  const places = {
    from: was && telling.from.response(was, from),
    to: now && telling.to.response(now, to),
  };
  const confidence = was && now ? telling.comparison.responses.evidence(was).confidence : 1;
  const open = was !== null && now !== null && confidence < 0.75;
  const alternatives = open
    ? [
        alternative(
          ["response.removed", "response.added"],
          1 - confidence,
          "The response was removed, and another one took its place.",
          places.from,
          places.to,
        ),
      ]
    : [];
  const tell = (partOf: string) =>
    telling.report.add(
      kind,
      { ...places, ...values, confidence: sure(confidence), alternatives, partOf },
      [was && from, now && to],
    ).id;
  return { kind, class: values.class, tell };
}
