import { z } from "zod";
import { cleanText, LONGEST_COMMENT } from "@/lib/feedback/comment-text";
import { isFreeLabel } from "@/lib/spec/places";

/** Fields that several commands take, each with the words that people see when it is wrong. */

export const PersonName = z
  .string()
  .trim()
  .min(1, "Write the name that others will see.")
  .max(80, "A name has at most 80 characters.")
  .refine(isPlainLine, "A name is one line without hidden characters.");

// ASCII alone: two addresses that look the same must be the same (QUALITY T23).
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters.")
  .regex(
    /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    "Write an e-mail address such as ana@example.org.",
  );

// NIST SP 800-63B: length counts, composition rules do not; the upper bound keeps hashing cheap.
export const NewPassword = z
  .string()
  .min(12, "A password has at least 12 characters. A few unrelated words make a good one.")
  .max(200, "A password has at most 200 characters.");

export const SpecTitle = z
  .string()
  .trim()
  .min(1, "Give the spec a title.")
  .max(120, "A title has at most 120 characters.")
  .refine(isPlainLine, "A title is one line without hidden characters.");

export const SpecSummary = z
  .string()
  .trim()
  .max(280, "A summary has at most 280 characters.")
  .refine(isPlainLine, "A summary is one line without hidden characters.");

export const RevisionTitle = z
  .string()
  .trim()
  .min(1, "Write a name, such as Before the legal review.")
  .max(120, "A name has at most 120 characters.")
  .refine(isPlainLine, "A name is one line without hidden characters.");

export const Slug = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "An address uses lower-case letters, digits and single hyphens, such as model-behaviour.",
  )
  .min(2, "An address has at least 2 characters.")
  .max(60, "An address has at most 60 characters.")
  .refine((slug) => !RESERVED_SLUGS.has(slug), "This address belongs to the site itself.");

/** What a reader writes: plain text of at most two printed pages. */
export const CommentBody = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, "Write what you want to say.")
      .max(LONGEST_COMMENT, `A comment has at most ${LONGEST_COMMENT} characters.`),
  );

/** What a suggestion would write instead. */
export const Replacement = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(LONGEST_COMMENT, `At most ${LONGEST_COMMENT} characters.`))
  .transform((text) => text || null);

/** What somebody says they belong to, in public. */
export const Organisation = z
  .string()
  .trim()
  .max(120, "At most 120 characters.")
  .refine(isPlainLine, "One line without hidden characters.");

/** Words that say why: somebody has to live with a decision, so it is never without. */
export const Reason = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, "Say why, in a sentence that everybody can read.")
      .max(2_000, "A reason has at most 2000 characters."),
  );

/** A digit keeps it apart from the words that stand at the same place in addresses (/<spec>/releases). */
export const ReleaseLabel = z
  .string()
  .trim()
  .regex(
    /^(?=.*\d)[a-z0-9][a-z0-9._-]{0,39}$/,
    "A label is a date or a version, such as 2026-03-10 or 1.4.0: small letters, digits, dots and hyphens.",
  )
  .refine(isFreeLabel, "This is an address of its own. Choose another label.");

export const Id = z.uuid("This is no valid reference. Reload the page and try again.");

// Specs live at the top of the site (/<spec>), beside the site's own places.
const RESERVED_SLUGS = new Set([
  "about",
  "account",
  "admin",
  "api",
  "assets",
  "check-mail",
  "confirm",
  "demo",
  "feed",
  "feedback",
  "fonts",
  "healthz",
  "help",
  "icon",
  "invitation",
  "lab",
  "mail",
  "manifest",
  "new",
  "readyz",
  "releases",
  "robots",
  "search",
  "setup",
  "sign-in",
  "sign-out",
  "sign-up",
  "sitemap",
  "specs",
  "static",
  "sync",
  "w",
  "welcome",
]);

/** No line breaks, controls, bidirectional overrides or invisible formatting characters (T22). */
function isPlainLine(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(
    text.replaceAll("\u200d", "").replaceAll("\u200c", ""),
  );
}
