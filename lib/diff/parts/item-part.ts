import type { ExamplePart } from "./example-part";
import type { UnitPart } from "./unit-part";

/** What a section holds. */
export type ItemPart = UnitPart | ExamplePart;

/** Where a part stands in its document. */
export interface Spot {
  /** Index in `content`. */
  block: number;
  /** Child indices below the block; empty for the block itself. */
  path: readonly number[];
}
