import { releasePath, type SpecFacts } from "./reading-facts";
import { recordPath, type RecordFacts } from "./record-facts";

/** Everything to download, and how to check it without believing anybody. */
export function RecordChecking({ spec, record }: { spec: SpecFacts; record: RecordFacts }) {
  const { label, manifestHash, documentHash, candidate } = record;
  const path = releasePath(spec, record);
  return (
    <>
      <p>
        The bundle holds the text, the manifests of this release and of all before it, the approvals
        and the entry in the audit log. The verifier is one file without dependencies that computes
        every hash anew.
      </p>
      <ol>
        <li>
          <a href={`${recordPath(spec, record)}/bundle.json`} download>
            Download the bundle
          </a>
        </li>
        <li>
          <a href="/verify-release.mjs" download>
            Download the verifier
          </a>
          , and read it if you like
        </li>
        <li>
          With Node 20 or newer:
          <pre>
            <code>{`node verify-release.mjs ${spec.slug}-${label}.json`}</code>
          </pre>
        </li>
        <li>Compare the hashes that it prints with those below, and with those others have.</li>
      </ol>
      <dl className="hashes">
        <dt>SHA-256 of the release: text, label, notes, and the release before it</dt>
        <dd>
          <code>{manifestHash}</code>
        </dd>
        <dt>SHA-256 of the text alone</dt>
        <dd>
          <code>{documentHash}</code>
        </dd>
        {candidate && (
          <>
            <dt>SHA-256 of the candidate that was approved</dt>
            <dd>
              <code>{candidate.hash}</code>
            </dd>
          </>
        )}
      </dl>
      <p className="colophon">
        The text alone: <a href={`${path}.json`}>canonical JSON</a>, of which the hash is taken, and{" "}
        <a href={`${path}.md`}>Markdown</a>
      </p>
    </>
  );
}
