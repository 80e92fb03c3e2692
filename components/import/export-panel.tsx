import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export interface ExportPanelProps {
  /** Where files are, such as /w/manners/export. */
  base: string;
  /** The version that is chosen, by its value. */
  version: string;
  versions: readonly { value: string; label: string }[];
  /** Sections of that version that have an id. */
  sections: readonly { id: string; title: string; number: string }[];
}

/** The forms in which a version can be taken along, each with what it is for. Works without a script. */
export function ExportPanel({ base, version, versions, sections }: ExportPanelProps) {
  const files = `${base}/${version}`;
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <Field label="Version" name="version" required className="w-64">
          <Select key={version} defaultValue={version}>
            {versions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">Show</Button>
      </form>
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {FORMATS.map(({ format, name, words }) => (
          <Row key={format} name={name} words={words}>
            <DownloadLink href={`${files}/${format}`} name={name} />
          </Row>
        ))}
        {sections.length > 0 && (
          <li className="p-4">
            <form
              method="get"
              action={`${files}/clause`}
              className="flex flex-wrap items-end gap-3"
            >
              <Field
                label="One clause alone"
                name="id"
                required
                hint="With what stands under it, as Markdown: to quote it, or to ask a model about it."
                className="min-w-0 flex-1 basis-64"
              >
                <Select>
                  {sections.map(({ id, title, number }) => (
                    <option key={id} value={id}>
                      {`${number} ${title}`.slice(0, 120)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button type="submit">
                <Download aria-hidden />
                Download
                <span className="sr-only"> this clause</span>
              </Button>
            </form>
          </li>
        )}
        {versions.length > 1 && (
          <Row
            name="All releases"
            words="A folder for each with its text, its day and what was said of it: an archive, and what an import takes as history."
          >
            <DownloadLink href={`${base}/releases/zip`} name="all releases" />
          </Row>
        )}
      </ul>
    </div>
  );
}

function Row({
  name,
  words,
  children,
}: {
  name: string;
  words: string;
  children: React.ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{name}</p>
        <p className="max-w-prose text-sm text-pretty text-ink-muted">{words}</p>
      </div>
      {children}
    </li>
  );
}

function DownloadLink({ href, name }: { href: string; name: string }) {
  return (
    <ButtonLink href={href} download prefetch={false}>
      <Download aria-hidden />
      Download
      <span className="sr-only"> {name}</span>
    </ButtonLink>
  );
}

const FORMATS = [
  {
    format: "markdown",
    name: "Markdown",
    words:
      "The text to read and to edit elsewhere. Where nothing was edited since an import, it is the same byte for byte.",
  },
  {
    format: "zip",
    name: "Repository",
    words:
      "A zip of all files as they came, evaluation prompts included: to commit, or to import again.",
  },
  {
    format: "json",
    name: "Canonical JSON",
    words:
      "The document for programs, described by a JSON Schema. The SHA-256 of the file is the hash that approvals and releases name.",
  },
  {
    format: "json-with-source",
    name: "Canonical JSON with its source",
    words:
      "The same, with what gives the imported Markdown its exact bytes back. For moving a spec to another installation.",
  },
  {
    format: "examples",
    name: "Examples as JSON Lines",
    words:
      "For evaluation tools: a line for each example with its conversation, its responses and their verdicts, its clause, its authority and the release.",
  },
] as const;
