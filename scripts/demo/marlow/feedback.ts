import { commentsInMarch } from "./comments-in-march";
import { commentsInJuly } from "./comments-in-july";
import type { ReaderComment } from "./reader-comment";

/** Everything that readers said about both releases of the sample spec, in the order it came in. */
export const feedback: readonly ReaderComment[] = [...commentsInMarch, ...commentsInJuly];
