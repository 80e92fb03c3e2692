import type {
  AttributePair,
  ExampleJson,
  InlineJson,
  MessageJson,
  NodeJson,
  ResponseJson,
} from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";
import { bagOf, joinBags, type Bag } from "../text/bag";
import type { Lexicon } from "../text/lexicon";
import { sameWords, tokenize, type Tokens } from "../text/tokens";
import { nodeKey, sameNode } from "./content-key";
import { readInline, type InlineReading } from "./inline-text";
import type { Spot } from "./item-part";
import type { SectionPart } from "./section-part";

/** What somebody says in an example. */
export class SpeechPart {
  partner: SpeechPart | null = null;
  readonly role: Role;
  readonly attributes: AttributePair[];
  readonly uid: string | null;
  #tokens: Tokens | null = null;
  #bag: Bag | null = null;

  constructor(
    readonly node: MessageJson | ResponseJson,
    /** Child indices below the example. */
    readonly path: readonly number[],
    /** Among the messages, or among the responses, of the example. */
    readonly index: number,
    readonly text: string,
    protected readonly lexicon: Lexicon,
  ) {
    this.role = node.attrs.role;
    this.attributes = node.attrs.attributes;
    this.uid = node.attrs.uid;
  }

  get tokens(): Tokens {
    return (this.#tokens ??= tokenize(this.text, this.lexicon, false));
  }

  get bag(): Bag {
    return (this.#bag ??= bagOf(this.tokens, this.lexicon));
  }

  /** Whether it differs from another in typography alone. */
  saysTheSame(other: SpeechPart): boolean {
    return this.text === other.text || sameWords(this.tokens, other.tokens);
  }
}

/** One of the responses that an example compares. */
export class ResponsePart extends SpeechPart {
  declare partner: ResponsePart | null;
  readonly verdict: Verdict | null;
  readonly violates: string | null;
  readonly reason: InlineReading;
  #reasonTokens: Tokens | null = null;

  constructor(
    node: ResponseJson,
    path: readonly number[],
    index: number,
    /** Which comparison of the example it stands in, from 0. */
    readonly turn: number,
    lexicon: Lexicon,
  ) {
    super(node, path, index, bodyText(node), lexicon);
    this.verdict = node.attrs.verdict;
    this.violates = node.attrs.violates;
    this.reason = readInline(reasonContent(node));
  }

  get reasonTokens(): Tokens {
    return (this.#reasonTokens ??= tokenize(this.reason.text, this.lexicon, true));
  }
}

/** An example with its partner in the other document. */
export class ExamplePart {
  readonly type = "example";
  partner: ExamplePart | null = null;
  /** Among all examples of the document. */
  index = 0;
  #key: number | null = null;
  readonly title: string;
  readonly titleContent: readonly InlineJson[];
  #titleTokens: Tokens | null = null;
  #messages: SpeechPart[] | null = null;
  #responses: ResponsePart[] | null = null;
  #promptBag: Bag | null = null;
  #bag: Bag | null = null;
  #weight: number | null = null;
  #equal: { partner: ExamplePart; equal: boolean } | null = null;

  constructor(
    readonly node: ExampleJson,
    private readonly spot: Spot,
    readonly section: SectionPart,
    readonly lexicon: Lexicon,
  ) {
    const title = node.content?.find((child) => child.type === "exampleTitle");
    this.title = readInline(title?.content).text.trim();
    this.titleContent = title?.content ?? [];
  }

  /** Shared by examples that are the same in every respect. */
  get key(): number {
    return (this.#key ??= nodeKey(this.node));
  }

  get block(): number {
    return this.spot.block;
  }

  get path(): readonly number[] {
    return this.spot.path;
  }

  get uid(): string | null {
    return this.node.attrs.uid;
  }

  get titleTokens(): Tokens {
    return (this.#titleTokens ??= tokenize(this.title, this.lexicon, true));
  }

  /** Whether both are called the same but for typography. */
  hasTitleOf(other: ExamplePart): boolean {
    return this.title === other.title || sameWords(this.titleTokens, other.titleTokens);
  }

  /** Whether its partner is the same in every respect but identity and place. */
  get unchanged(): boolean {
    const { partner } = this;
    if (!partner) return false;
    if (this.#equal?.partner !== partner) {
      const equal = sameNode(this.node, partner.node);
      this.#equal = { partner, equal };
    }
    return this.#equal.equal;
  }

  /** The conversation, in order; also what stands between responses. */
  get messages(): SpeechPart[] {
    return (this.#messages ??= childrenOf(this.node, "message").map(
      ({ node, path }, index) =>
        new SpeechPart(node as MessageJson, path, index, literalText(node), this.lexicon),
    ));
  }

  get responses(): ResponsePart[] {
    return (this.#responses ??= childrenOf(this.node, "response").map(
      ({ node, path, turn }, index) =>
        new ResponsePart(node as ResponseJson, path, index, turn, this.lexicon),
    ));
  }

  /** What is said before anything is compared: with the title it tells which example this is. */
  get prompt(): string {
    return this.messages.map(({ text }) => text).join("\n");
  }

  get promptBag(): Bag {
    return (this.#promptBag ??= joinBags(this.messages.map(({ bag }) => bag)));
  }

  /** The words of its title, to tell which section it helps to make up. */
  get bag(): Bag {
    return (this.#bag ??= bagOf(this.titleTokens, this.lexicon));
  }

  get weight(): number {
    return (this.#weight ??= textLength(this.node) + 1);
  }
}

function childrenOf(
  example: ExampleJson,
  type: "message" | "response",
): { node: NodeJson; path: number[]; turn: number }[] {
  let turn = -1;
  return (example.content ?? []).flatMap((child, index) => {
    if (child.type === "comparison") turn++;
    if (child.type === type) return [{ node: child as NodeJson, path: [index], turn }];
    if (child.type !== "comparison") return [];
    return ((child.content ?? []) as NodeJson[]).flatMap((node, inner) =>
      node.type === type ? [{ node, path: [index, inner], turn }] : [],
    );
  });
}

function textLength(node: NodeJson): number {
  let length = node.text?.length ?? 0;
  for (const child of node.content ?? []) length += textLength(child);
  return length;
}

const bodyText = (node: ResponseJson) =>
  (node.content ?? [])
    .filter((child) => child.type === "body")
    .map(literalText)
    .join("\n");

const reasonContent = (node: ResponseJson): InlineJson[] =>
  (node.content ?? []).flatMap((child) => (child.type === "reason" ? (child.content ?? []) : []));
