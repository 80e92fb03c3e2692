import * as Y from "yjs";
import { CONTENT } from "../draft-parts";
import { refuse } from "./update-refused";

/** What a piece of a shared document stands in. */
export type Place =
  /** One of the four parts of a draft. */
  | { kind: "part"; name: string }
  /** Evaluation prompts of one marker: a run of blocks like the text itself. */
  | { kind: "prompts" }
  /** A node, what holds it, and how deep it stands: 0 at the top. */
  | { kind: "node"; name: string; parent: string; depth: number; id: Y.ID | null }
  /** The text of a node. */
  | { kind: "text"; node: string; depth: number };

/** Where an item stands, and as what: `key` for attributes and entries of maps. */
export interface Standing {
  place: Place;
  key: string | null;
}

const PARTS = new Set([CONTENT, "prompts", "ledger", "meta"]);

export function partPlace(name: string): Place {
  if (!PARTS.has(name)) refuse(`writes to a part named ${name.slice(0, 60)}, which is not known`);
  return { kind: "part", name };
}

/** Where the children of a type that is in the document already stand. */
export class KnownPlaces {
  private readonly places = new Map<Y.AbstractType<unknown>, Place>();

  constructor(ydoc: Y.Doc) {
    for (const name of PARTS) {
      const part = ydoc.share.get(name);
      if (part) this.places.set(part as Y.AbstractType<unknown>, { kind: "part", name });
    }
  }

  /** Climbs to the part that holds a type; its depth was bounded when it came in. */
  of(type: Y.AbstractType<unknown>): Place {
    const climbed: Y.AbstractType<unknown>[] = [];
    let current = type;
    let place = this.places.get(current);
    while (!place) {
      climbed.push(current);
      const item = current._item;
      if (!item) return refuse("writes to a part that is not known");
      current = item.parent as Y.AbstractType<unknown>;
      place = this.places.get(current);
    }
    for (const inner of climbed.reverse()) {
      place = placeInside(inner, place, inner._item?.id ?? null);
      this.places.set(inner, place);
    }
    return place;
  }
}

/**
 * Where the children of a new type will stand. Says nothing on whether the type may be there.
 *
 * @param outer Where the type itself stands.
 */
export function placeInside(
  type: Y.AbstractType<unknown>,
  outer: Place,
  id: Y.ID | null = null,
): Place {
  const [parent, depth] = outer.kind === "node" ? [outer.name, outer.depth + 1] : ["doc", 0];
  if (type instanceof Y.XmlElement) return { kind: "node", name: type.nodeName, parent, depth, id };
  if (type instanceof Y.XmlText && outer.kind === "node") {
    return { kind: "text", node: outer.name, depth };
  }
  if (type instanceof Y.XmlFragment) return { kind: "prompts" };
  return refuse("holds a structure that no draft has");
}
