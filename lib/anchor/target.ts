/**
 * What somebody speaks about. Stored with every thread, as it was in the release it was written on;
 * `place` finds it again in later ones.
 */
export type Target = ClauseTarget | ExampleTarget | ResponseTarget | PassageTarget;

/** A section as a whole, clause or not. */
export interface ClauseTarget {
  kind: "clause";
  /** Uid of its heading. */
  uid: string;
  id: string | null;
}

export interface ExampleTarget {
  kind: "example";
  uid: string;
}

/** One of the responses that an example compares. */
export interface ResponseTarget {
  kind: "response";
  uid: string;
  exampleUid: string;
}

/** Words inside one block: selectors of the W3C Web Annotation model, quote first, then position. */
export interface PassageTarget {
  kind: "passage";
  /** The block that holds the words, and which part of it when it has several texts. */
  uid: string;
  part: PassagePart;
  quote: Quote;
  /** Where the quote stands in the text of the part, in UTF-16 code units. */
  start: number;
  end: number;
}

/** TextQuoteSelector: the words, and some of what stands around them. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** `text` is a block's own text; a table row has cells, an example a title, a response two parts. */
export type PassagePart = "text" | "title" | "reason" | "body" | `cell ${number}`;
