/** What a member of the public wrote about a release of the sample spec, and what became of it. */
export interface ReaderComment {
  /** The folder of the release that was read. */
  release: "2026-03-10" | "2026-07-21";
  /** The id of the section, as it was called in that release. */
  clause: string;
  /** The title of the example that is meant, when it is one. */
  example?: string;
  /** The passage that is meant, letter by letter as it stands in the text of that section. */
  quote?: string;
  kind: "question" | "problem" | "suggestion" | "support";
  body: string;
  /** What the reader would write instead of the quote. */
  replacement?: string;
  author: string;
  replies: readonly CommentReply[];
  /** Null while it is open. */
  disposition: CommentDisposition | null;
  /** Why moderators hid it; such a comment is not about the spec. */
  hidden?: string;
}

interface CommentReply {
  by: "reader" | "staff";
  body: string;
}

interface CommentDisposition {
  outcome: "adopted" | "clarified" | "deferred" | "set_aside";
  reason: string;
}
