"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { slugOf } from "@/components/spec/slug-of";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionFailure, ActionResult } from "@/lib/action-result";
import type { ReleasePreview } from "@/lib/import/release-preview";
import { ReleaseRows, releaseRows, type ReleaseRow } from "./release-rows";
import { sendWithProgress } from "./send-with-progress";

export interface ImportFormProps {
  uploadId: string;
  releases: readonly ReleasePreview[];
  /** The spec whose draft is replaced; null for a new one. */
  spec: { id: string; slug: string; title: string } | null;
  mayImportReleases: boolean;
  /** Where specs are read, such as https://specs.example.org/ */
  origin: string;
  discard: (input: { uploadId: string }) => Promise<ActionResult<void>>;
}

type Step = { read: number; total: number | null } | { writing: string };

/** Decides what an upload becomes, and writes it. */
export function ImportForm(props: ImportFormProps) {
  const { uploadId, releases, spec, mayImportReleases, origin, discard } = props;
  const router = useRouter();
  const [rows, setRows] = useState(() => releaseRows(releases));
  const [asReleases, setAsReleases] = useState(mayImportReleases && releases.length > 1);
  const [title, setTitle] = useState(releases.at(-1)?.title?.slice(0, 120) ?? "");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const [error, setError] = useState<ActionFailure | null>(null);
  const leave = useAction(discard, {
    onDone: () => router.push(spec ? `/w/${spec.slug}/import` : "/w/import"),
  });
  const slug = ownSlug ?? slugOf(title);
  const fields = error?.fields ?? {};
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step) return;
    const summary = String(new FormData(event.currentTarget).get("summary") ?? "");
    const target = spec
      ? { kind: "existing", specId: spec.id }
      : { kind: "new", title, slug, summary };
    setError(null);
    setStep({ read: 0, total: null });
    const result = await sendWithProgress<Step, { slug: string }>(
      `/api/imports/${uploadId}`,
      JSON.stringify({ target, releases: asReleases ? chosen(rows, releases) : [] }),
      { contentType: "application/json", onProgress: setStep },
    );
    if (result.ok) return router.push(`/w/${result.data.slug}`);
    setError(result.error);
    setStep(null);
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="flex max-w-2xl flex-col gap-6">
      {!spec && (
        <>
          <Field label="Title" name="title" required error={fields["target.title"]}>
            <Input
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              autoComplete="off"
              maxLength={120}
            />
          </Field>
          <Field
            label="Address"
            name="slug"
            required
            hint={`Readers will find it at ${origin}${slug || "…"}`}
            error={fields["target.slug"] ?? fields.slug}
          >
            <Input
              value={slug}
              onChange={(event) => setOwnSlug(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono"
            />
          </Field>
          <Field label="Summary" name="summary" error={fields["target.summary"]}>
            <Textarea rows={2} maxLength={280} />
          </Field>
        </>
      )}
      {mayImportReleases && (
        <RadioCards
          legend="Import as"
          value={asReleases ? "releases" : "draft"}
          onValueChange={(value) => setAsReleases(value === "releases")}
          options={[
            {
              value: "draft",
              label: "Draft",
              hint: `${releases.length > 1 ? "The newest version becomes the draft. " : ""}Nothing is published.`,
            },
            {
              value: "releases",
              label:
                releases.length > 1
                  ? "Published releases, and draft"
                  : "Published release, and draft",
              hint: "For a text that was published elsewhere before. Its releases are open to everybody at once, with their own days, and cannot be changed afterwards.",
            },
          ]}
        />
      )}
      {asReleases && <ReleaseRows rows={rows} onChange={setRows} fields={fields} />}
      <FormError error={error} />
      {step ? (
        <div role="status">
          <ImportProgress step={step} of={rows.filter((row) => row.chosen).length} />
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary">
            {spec ? "Replace the draft" : "Import as a new spec"}
          </Button>
          <Button variant="quiet" pending={leave.pending} onClick={() => leave.run({ uploadId })}>
            Discard
          </Button>
        </div>
      )}
    </form>
  );
}

function ImportProgress({ step, of }: { step: Step; of: number }) {
  if ("writing" in step) {
    const words = step.writing === "draft" ? "the draft" : `release ${step.writing}`;
    return <Progress label={`Writing ${words}`} value={1} max={1} words="" />;
  }
  const total = step.total ?? of;
  return (
    <Progress
      label="Reading"
      value={step.read}
      max={Math.max(1, total)}
      words={total > 1 ? `${step.read} of ${total}` : ""}
    />
  );
}

/** The rows that were chosen, as the import takes them. A day that was left alone keeps its time. */
function chosen(rows: readonly ReleaseRow[], releases: readonly ReleasePreview[]) {
  return rows.flatMap(({ chosen: isChosen, label, day }, index) => {
    const { date } = releases[index]!;
    const publishedAt = date?.startsWith(day) ? date : `${day}T00:00:00Z`;
    return isChosen ? [{ index, label, publishedAt }] : [];
  });
}
