import { z } from "zod";
import { isFreeLabel } from "@/lib/spec/places";

/** Fields that the commands of a review take, with the words for people. */

export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "This is no valid reference. Reload the page and try again.");

/** The key of a part: see lib/workflow/parts.ts. */
export const PartKey = z.string().max(120);

export const ReleaseLabel = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    "A label has letters, digits, dots and hyphens, such as 2026-11-24 or 1.4.0.",
  )
  .refine(isFreeLabel, "This is an address of its own. Choose another label.");

/** Words that stay readable for ever beside a release. */
export const Reason = z
  .string()
  .trim()
  .min(1, "Say why, in a sentence that others will read.")
  .max(2_000, "At most 2,000 characters.");

export const Words = z.string().trim().max(4_000, "At most 4,000 characters.");

export const Notes = z.string().trim().max(100_000, "The notes have at most 100,000 characters.");
