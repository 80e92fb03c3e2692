// Words in addresses of published specs that are pages of their own. The reading pages, the rules for
// labels and the links to clauses all ask here.

/** What stands beside releases: `/<spec>/releases`. No release may be called so. */
export const PLACES_OF_A_SPEC: ReadonlySet<string> = new Set([
  "compare",
  "feed",
  "feed.xml",
  "feedback",
  "latest",
  "llms.txt",
  "releases",
  "releases.json",
]);

/** What stands beside clauses: `/<spec>/<release>/evaluations`. Such a clause has no page of its own. */
export const PLACES_OF_A_RELEASE: ReadonlySet<string> = new Set([
  "blocks.json",
  "compare",
  "discussion",
  "evaluations",
  "feedback",
]);

/** Whether a release may be called so: its address must lead to it, and with `.json` to its data. */
export const isFreeLabel = (label: string): boolean =>
  !PLACES_OF_A_SPEC.has(label.toLowerCase()) && !/\.(json|md|xml|txt)$/i.test(label);
