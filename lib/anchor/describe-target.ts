import { walk } from "@/lib/spec/walk";
import type { ExampleView } from "@/lib/spec/examples";
import type { Section } from "@/lib/spec/section-tree";
import type { PlaceIndex } from "./place-index";
import type { Target } from "./target";

/** A target in words for people, and the section it belongs to. */
export interface TargetDescription {
  /** Null for text before the first heading. */
  sectionUid: string | null;
  sectionId: string | null;
  sectionTitle: string;
  /** What is meant when it is less than the section: an example, a response, a place inside of one. */
  label: string;
  /** The words that are meant, empty when no words were picked out. */
  quote: string;
}

/** Where a target stands in its document. A target that is not there is described by nothing. */
export function describeTarget(index: PlaceIndex, target: Target): TargetDescription {
  switch (target.kind) {
    case "clause":
      return inSection(index.sectionByUid.get(target.uid) ?? null, "", "");
    case "example":
      return ofExample(index.examples.find(({ uid }) => uid === target.uid));
    case "response": {
      const example = index.examples.find(({ uid }) => uid === target.exampleUid);
      const number = example?.responses.findIndex(({ uid }) => uid === target.uid) ?? -1;
      return ofExample(example, number < 0 ? "A response" : `Response ${number + 1}`);
    }
    case "passage": {
      const example = index.examples.find((view) => holds(view, target.uid));
      if (example) return { ...ofExample(example), quote: target.quote.exact };
      const passage = index.passagesOf.get(target.uid)?.[0];
      return inSection(passage?.section ?? null, "", target.quote.exact);
    }
  }
}

function inSection(section: Section | null, label: string, quote: string): TargetDescription {
  return {
    sectionUid: section?.uid ?? null,
    sectionId: section?.id ?? null,
    sectionTitle: section?.title ?? "Before the first heading",
    label,
    quote,
  };
}

function ofExample(example: ExampleView | undefined, part = ""): TargetDescription {
  const title = example ? `example “${example.title}”` : "";
  const label = part && title ? `${part} of the ${title}` : title.replace(/^e/, "E");
  return inSection(example?.section ?? null, label, "");
}

function holds({ node }: ExampleView, uid: string): boolean {
  let found = false;
  walk([node], (inner) => {
    if (inner.attrs?.["uid"] === uid) found = true;
    return !found;
  });
  return found;
}
