import type {
  AttributePair,
  BlockJson,
  ExampleJson,
  InlineJson,
  MessageJson,
  ResponseJson,
} from "./block-json";
import { literalText, plainText } from "./plain-text";
import type { Role, Verdict } from "./schema/example-blocks";
import { sectionTree, titleById, type Section, type SectionTree } from "./section-tree";
import { Slugger } from "./slug";
import { walk } from "./walk";

/** A tricky example as people speak of it. */
export interface ExampleView {
  uid: string | null;
  /** What its address ends with: its own id, else one made of its title, unique in the spec. */
  anchor: string;
  title: string;
  section: Section | null;
  sensitive: boolean;
  /** The conversation before the responses. */
  messages: MessageView[];
  responses: ResponseView[];
  /** Whether its source could not be understood and is kept as it is. */
  opaque: boolean;
  node: ExampleJson;
}

export interface MessageView {
  uid: string | null;
  role: Role;
  attributes: AttributePair[];
  text: string;
}

export interface ResponseView extends MessageView {
  verdict: Verdict | null;
  /** Inline content of the reason, empty when none is given. */
  reason: InlineJson[];
  reasonText: string;
  violates: string | null;
}

/** All examples of a run of blocks, in document order. */
export function exampleViews(
  blocks: readonly BlockJson[],
  tree: SectionTree = sectionTree(blocks),
): ExampleView[] {
  const slugger = new Slugger();
  tree.byId.forEach((_, id) => slugger.use(id));
  const titleOf = titleById(tree);
  const views: ExampleView[] = [];
  const collect = (own: readonly BlockJson[], section: Section | null) =>
    walk(own, (node) => {
      if (node.type !== "example") return;
      const view = viewOf(node as ExampleJson, section, titleOf);
      view.anchor = (view.anchor || slugger.propose(view.title)) ?? slugger.propose("example")!;
      slugger.use(view.anchor);
      views.push(view);
      return false;
    });
  collect(tree.preamble, null);
  tree.sections.forEach((section) => collect(section.blocks, section));
  return views;
}

function viewOf(
  node: ExampleJson,
  section: Section | null,
  titleOf: (id: string) => string | null,
): ExampleView {
  const { uid, id, sensitive } = node.attrs;
  const children = node.content ?? [];
  const title = children.find((child) => child.type === "exampleTitle");
  const messages = children.filter((child) => child.type === "message").map(messageView);
  const responses = children
    .flatMap((child) => (child.type === "comparison" ? (child.content ?? []) : child))
    .filter((child) => child.type === "response")
    .map((child) => responseView(child, titleOf));
  const opaque = children.some((child) => child.type === "raw" && child.attrs.kind === "opaque");
  return {
    uid,
    anchor: id ?? "",
    title: plainText(title?.content, titleOf).trim(),
    section,
    sensitive,
    messages,
    responses,
    opaque,
    node,
  };
}

function messageView(node: MessageJson): MessageView {
  const { uid, role, attributes } = node.attrs;
  return { uid, role, attributes, text: literalText(node) };
}

function responseView(node: ResponseJson, titleOf: (id: string) => string | null): ResponseView {
  const { uid, role, attributes, verdict, violates } = node.attrs;
  const children = node.content ?? [];
  const reason = children.flatMap((child) =>
    child.type === "reason" ? (child.content ?? []) : [],
  );
  const bodies = children.filter((child) => child.type === "body");
  return {
    uid,
    role,
    attributes,
    text: bodies.map(literalText).join("\n"),
    verdict,
    reason,
    reasonText: plainText(reason, titleOf),
    violates,
  };
}
