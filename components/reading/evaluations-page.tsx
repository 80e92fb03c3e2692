import type { BlockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import type { PromptsFile } from "@/lib/spec/document";
import type { Marker } from "@/lib/spec/markers";
import { PlainPage } from "./plain-page";
import { releasePath, type EditionFacts } from "./reading-facts";
import { ReleaseMenu } from "./release-menu";

export interface EvaluationsPageProps {
  edition: EditionFacts;
  context: BlockContext;
  markers: readonly Marker[];
}

/** All evaluation prompts of a release, by the place in the text that they test. */
export function EvaluationsPage({ edition, context, markers }: EvaluationsPageProps) {
  const { site, spec, release, releases, document } = edition;
  const path = releasePath(spec, release);
  const places = new Map(markers.map((marker) => [marker.id, marker]));
  return (
    <PlainPage
      site={site}
      spec={spec}
      title={`Evaluation prompts of ${spec.title}, ${release.label}`}
      description={`Prompts that test what ${spec.title} says, place by place.`}
      canonical={`${path}/evaluations`}
      bar={<ReleaseMenu spec={spec} release={release} releases={releases} />}
    >
      <h1>Evaluation prompts</h1>
      <p className="summary">
        Prompts that put the text to the test. Each set belongs to one place in{" "}
        <a href={path}>{`${spec.title}, ${release.label}`}</a>.
      </p>
      {document.prompts.map((file) => (
        <Prompts
          key={file.id}
          file={file}
          place={places.get(file.id)?.section ?? null}
          path={path}
          context={context}
        />
      ))}
    </PlainPage>
  );
}

function Prompts({
  file,
  place,
  path,
  context,
}: {
  file: PromptsFile;
  place: Marker["section"];
  path: string;
  context: BlockContext;
}) {
  const examples = file.content.filter((block) => block.type === "example");
  return (
    <section className="prompts" id={file.id}>
      <h2>
        {place?.id ? (
          <a href={`${path}#${encodeURIComponent(place.id)}`}>{place.title}</a>
        ) : (
          "Without a place in the text"
        )}{" "}
        <code>{file.id}</code>
      </h2>
      <Blocks blocks={examples} context={context} />
    </section>
  );
}
