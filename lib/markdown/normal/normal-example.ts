import type {
  BodyJson,
  ComparisonJson,
  ExampleChildJson,
  ExampleTitleJson,
  MessageJson,
  NodeJson,
  ResponseJson,
  TextJson,
} from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { sameMarks, sortedMarks } from "@/lib/spec/mark-set";
import { MAX_NESTED_TAGS, RESERVED_TAGS } from "../example/body-text";
import { unifyLineEnds } from "../lines";
import type { Profile } from "../profile";
import { mapOrSame, withContent, withLiteral } from "./with-content";
import { normalInline } from "./normal-inline";

/**
 * What an example can say in Markdown: one title at its top, then messages, comparisons and what is
 * kept as it is. A second title becomes part of the first; so do reasons and bodies.
 */
export function normalExampleChildren(
  children: readonly ExampleChildJson[],
  profile: Profile,
): ExampleChildJson[] {
  const titles = children.filter((child) => child.type === "exampleTitle");
  const rest = children.filter((child) => child.type !== "exampleTitle");
  const title = titles.length > 0 ? joinedTitle(titles, profile) : null;
  const ordered = title ? [title, ...rest] : rest;
  const same = ordered.length === children.length && ordered.every((x, i) => x === children[i]);
  const own = same ? (children as ExampleChildJson[]) : ordered;
  return joinedStrays(mapOrSame(own, (child) => normalChild(child, profile, false)));
}

function joinedTitle(titles: ExampleTitleJson[], profile: Profile): ExampleTitleJson | null {
  const [first] = titles;
  const all = titles.length === 1 ? (first!.content ?? []) : titles.flatMap((t) => t.content ?? []);
  const content = normalInline(all, profile, true);
  return content.length === 0 ? null : withContent(first!, content);
}

type Child = ExampleChildJson;

function normalChild(child: Child, profile: Profile, compared: boolean): Child | null {
  switch (child.type) {
    case "message":
      if (compared && child.attrs.role === "assistant") return asResponse(normalMessage(child));
      return normalMessage(child);
    case "response":
      return normalResponse(child, profile, compared);
    case "comparison":
      return normalComparison(child, profile);
    case "raw":
      return literalText(child) === "" ? null : withLiteral(child);
    default:
      return child;
  }
}

function normalComparison(node: ComparisonJson, profile: Profile): ComparisonJson {
  const children = mapOrSame(node.content ?? [], (child) => {
    const next = normalChild(child, profile, true);
    return next as typeof child | null;
  });
  return withContent(node, joinedStrays(children));
}

/** Lines of stray text that have come to stand together are one piece. */
function joinedStrays<N extends NodeJson>(children: N[]): N[] {
  const out: N[] = [];
  for (const child of children) {
    const last = out.at(-1);
    const together = last && isStray(last) && isStray(child);
    const text = together ? `${literalText(last)}\n${literalText(child)}` : "";
    if (together) out[out.length - 1] = withContent(last, [{ type: "text", text }]);
    else out.push(child);
  }
  return out.length === children.length ? children : out;
}

function isStray(node: NodeJson): boolean {
  return node.type === "raw" && node.attrs?.["kind"] === "stray";
}

function normalMessage(node: MessageJson): MessageJson {
  return withContent(node, normalBody(node.content ?? []));
}

/** Without verdict and reason a response outside a comparison reads as a message. */
function normalResponse(
  node: ResponseJson,
  profile: Profile,
  compared: boolean,
): ResponseJson | MessageJson {
  const own = normalResponseContent(node, profile);
  const { verdict, violates, ...rest } = own.attrs;
  const labelled = verdict !== null || own.content?.[0]?.type === "reason";
  const content = own.content ?? [];
  if (!labelled && !(compared && rest.role === "assistant")) {
    const text = content.flatMap((child) => (child.type === "body" ? (child.content ?? []) : []));
    return withContent<MessageJson>({ type: "message", attrs: rest }, text);
  }
  // Without a verdict a label has no place for a clause.
  return verdict === null && violates !== null
    ? { ...own, attrs: { ...own.attrs, violates: null } }
    : own;
}

function normalResponseContent(node: ResponseJson, profile: Profile): ResponseJson {
  const children = node.content ?? [];
  const reasons = children.filter((child) => child.type === "reason");
  const bodies = children.filter((child) => child.type === "body");
  const [firstReason] = reasons;
  const [firstBody] = bodies;
  const why =
    reasons.length === 1 ? (firstReason!.content ?? []) : reasons.flatMap((r) => r.content ?? []);
  const reason = firstReason && withContent(firstReason, normalInline(why, profile, true));
  const said = bodies.length === 1 ? (firstBody!.content ?? []) : joinedBodies(bodies);
  const body = firstBody && withContent(firstBody, normalBody(said));
  const next = [
    ...(reason?.content?.length ? [reason] : []),
    ...(body?.content?.length ? [body] : []),
  ];
  const same = next.length === children.length && next.every((child, i) => child === children[i]);
  return same ? node : withContent(node, next);
}

function joinedBodies(bodies: readonly BodyJson[]): TextJson[] {
  return bodies.flatMap((body, index) => [
    ...(index > 0 ? [{ type: "text" as const, text: "\n" }] : []),
    ...(body.content ?? []),
  ]);
}

function asResponse(message: MessageJson): ResponseJson {
  const attrs = { ...message.attrs, verdict: null, violates: null };
  const body: BodyJson[] = message.content ? [{ type: "body", content: message.content }] : [];
  return withContent<ResponseJson>({ type: "response", attrs }, body);
}

/** Literal text with no mark but tags that can be written, and equal neighbours joined. */
function normalBody(content: readonly TextJson[]): TextJson[] {
  const [only, second] = content;
  if (!only) return content as TextJson[];
  if (!second && !only.marks && !only.text.includes("\r")) return content as TextJson[];
  const nodes: TextJson[] = [];
  for (const node of content) {
    const marks = sortedMarks(node.marks ?? [])
      .filter((mark) => mark.type === "tagged" && !RESERVED_TAGS.has(mark.attrs.name))
      .slice(0, MAX_NESTED_TAGS);
    const text = unifyLineEnds(node.text);
    const last = nodes.at(-1);
    if (text === "") continue;
    if (last && sameMarks(last.marks, marks))
      nodes[nodes.length - 1] = { ...last, text: last.text + text };
    else nodes.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
  }
  const same =
    nodes.length === content.length &&
    nodes.every(
      (node, i) => node.text === content[i]!.text && sameMarks(node.marks, content[i]!.marks),
    );
  return same ? (content as TextJson[]) : nodes;
}
