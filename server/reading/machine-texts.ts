import type { ClauseMoment, EditionFacts } from "@/components/reading/reading-facts";
import { clausePath, releasePath } from "@/components/reading/reading-facts";
import { recordPath } from "@/components/reading/record-facts";
import type { PublishedSpec } from "@/lib/data/published";
import { exampleViews, type ExampleView } from "@/lib/spec/examples";
import { levelOf } from "@/lib/spec/levels";
import { withDescendants, type Section } from "@/lib/spec/section-tree";

/** The list of releases as JSON: what each is, and where to get it. */
export function releaseListJson(origin: string, spec: PublishedSpec): unknown {
  return {
    format: "precept-releases",
    version: 1,
    spec: { id: spec.id, slug: spec.slug, title: spec.title, summary: spec.summary },
    releases: spec.releases.map((release) => ({
      number: release.number,
      label: release.label,
      publishedAt: release.publishedAt.toISOString(),
      origin: release.origin,
      documentHash: release.documentHash,
      manifestHash: release.manifestHash,
      changelog: release.changelog,
      withdrawal: release.withdrawal,
      override: release.override,
      errata: release.errata,
      html: origin + releasePath(spec, release),
      json: `${origin}${releasePath(spec, release)}.json`,
      markdown: `${origin}${releasePath(spec, release)}.md`,
      record: origin + recordPath(spec, release),
      bundle: `${origin}${recordPath(spec, release)}/bundle.json`,
    })),
  };
}

/** One section with all that stands under it, as JSON. */
export function clauseJson(facts: EditionFacts, section: Section & { id: string }): unknown {
  const { site, spec, release, document, citations } = facts;
  return {
    format: "precept-clause",
    version: 1,
    ...provenance(facts),
    id: section.id,
    uid: section.uid,
    number: section.number.join("."),
    title: section.title,
    authority: section.authority === null ? null : levelOf(section.authority, document.levels),
    tags: section.tags,
    parent: section.parent?.id ?? null,
    citedBy: (citations.get(section.id) ?? []).flatMap(({ id }) => id ?? []),
    html: site.origin + clausePath(spec, release, section.id),
    content: withDescendants(section).flatMap(({ heading, blocks }) => [heading, ...blocks]),
  };
}

/** One example as JSON. */
export function exampleJson(facts: EditionFacts, example: ExampleView): unknown {
  const { site, spec, release } = facts;
  return {
    format: "precept-example",
    version: 1,
    ...provenance(facts),
    id: example.anchor,
    uid: example.uid,
    title: example.title,
    section: example.section?.id ?? null,
    html: `${site.origin}${releasePath(spec, release)}#${encodeURIComponent(example.anchor)}`,
    content: [example.node],
  };
}

const provenance = ({ spec, release, document }: EditionFacts) => ({
  spec: { slug: spec.slug, title: spec.title },
  release: {
    label: release.label,
    publishedAt: release.publishedAt.toISOString(),
    documentHash: release.documentHash,
  },
  schema: document.schema,
});

/** A spec for language models: what it is, and where each clause stands as Markdown. */
export function llmsText({ site, spec, release, tree, document }: EditionFacts): string {
  const path = site.origin + releasePath(spec, release);
  const lines = tree.sections.flatMap((section) => {
    if (section.id === null) return [];
    const level =
      section.authority === null ? "" : `, ${levelOf(section.authority, document.levels).name}`;
    const address = site.origin + clausePath(spec, release, section.id);
    return [`- [${plain(section.title)}](${address}.md): ${section.number.join(".")}${level}`];
  });
  return [
    `# ${plain(spec.title)}`,
    ...(spec.summary ? [`> ${plain(spec.summary)}`] : []),
    `Release ${release.label} of ${release.publishedAt.toISOString().slice(0, 10)}.`,
    `## The whole text\n\n- [Markdown](${path}.md)\n- [JSON](${path}.json)`,
    `## Clauses\n\n${lines.join("\n")}`,
    `## More\n\n- [All releases](${site.origin}/${spec.slug}/releases.json)\n- [How to read this site as a machine](${site.origin}/api)`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** All specs of this site for language models. */
export function siteLlmsText(origin: string, specs: readonly PublishedSpec[]): string {
  const lines = specs.map(
    ({ slug, title, summary }) =>
      `- [${plain(title)}](${origin}/${slug}/llms.txt)${summary ? `: ${plain(summary)}` : ""}`,
  );
  return `# Published specs\n\n> Behaviour specs: how AI systems are meant to behave.\n\n${lines.join("\n")}\n`;
}

/** Every page that a search engine should know. */
export function sitemap(origin: string, specs: readonly PublishedSpec[]): string {
  const entries = specs.flatMap((spec) => [
    entry(`${origin}/${spec.slug}`, spec.releases[0]?.publishedAt),
    entry(`${origin}/${spec.slug}/releases`, spec.releases[0]?.publishedAt),
    ...spec.releases
      .slice(1)
      .map((each) => entry(origin + releasePath(spec, each), each.publishedAt)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[entry(`${origin}/`), ...entries].join("\n")}\n</urlset>\n`;
}

const entry = (address: string, at?: Date) =>
  `<url><loc>${xml(address)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ""}</url>`;

export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /w/\nDisallow: /admin\nDisallow: /account\nDisallow: /invitation/\n\nSitemap: ${origin}/sitemap.xml\n`;

/** The releases of a spec as an Atom feed. */
export function releaseFeed(origin: string, spec: PublishedSpec): string {
  return feed({
    id: `${origin}/${spec.slug}/releases`,
    self: `${origin}/${spec.slug}/feed.xml`,
    title: `Releases of ${spec.title}`,
    entries: spec.releases.map((release) => ({
      address: origin + releasePath(spec, release),
      title: `${spec.title}, release ${release.label}`,
      at: release.publishedAt,
      words: release.changelog || `Release ${release.label} was published.`,
    })),
  });
}

/** What happened to one clause as an Atom feed. */
export function clauseFeed(
  { site, spec }: EditionFacts,
  id: string,
  title: string,
  moments: readonly ClauseMoment[],
): string {
  return feed({
    id: `${site.origin}/${spec.slug}/feed/${encodeURIComponent(id)}`,
    self: `${site.origin}/${spec.slug}/feed/${encodeURIComponent(id)}.xml`,
    title: `${title} · ${spec.title}`,
    entries: moments.map((moment) => ({
      address: site.origin + clausePath(spec, moment, moment.id),
      title: `${moment.title}: ${moment.what} in ${moment.label}`,
      at: moment.publishedAt,
      words: moment.what,
    })),
  });
}

interface Feed {
  id: string;
  self: string;
  title: string;
  entries: { address: string; title: string; at: Date; words: string }[];
}

function feed({ id, self, title, entries }: Feed): string {
  const newest = entries[0]?.at ?? new Date(0);
  const items = entries.map(
    (each) => `<entry>
<id>${xml(each.address)}</id>
<title>${xml(each.title)}</title>
<link href="${xml(each.address)}"/>
<updated>${each.at.toISOString()}</updated>
<content type="text">${xml(each.words)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<link rel="self" href="${xml(self)}"/>
<updated>${newest.toISOString()}</updated>
<author><name>${xml(title)}</name></author>
${items.join("\n")}
</feed>
`;
}

/** Text inside of XML. Signs that XML cannot say at all are left out. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Text inside of a line of Markdown. */
const plain = (text: string) => text.replaceAll(/[[\]\n]/g, " ").replaceAll(/[<>]/g, "");

/** The example with this anchor. */
export const findExample = (facts: EditionFacts, anchor: string): ExampleView | null =>
  exampleViews(facts.document.content, facts.tree).find((view) => view.anchor === anchor) ?? null;
