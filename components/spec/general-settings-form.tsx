"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

interface General {
  specId: string;
  title: string;
  slug: string;
  summary: string;
}

export interface GeneralSettingsFormProps {
  spec: { id: string; title: string; slug: string; summary: string };
  rename: (input: General) => Promise<ActionResult<{ slug: string }>>;
}

/** Title, address and summary of a spec. */
export function GeneralSettingsForm({ spec, rename }: GeneralSettingsFormProps) {
  const router = useRouter();
  const { form, pending, error, fields } = useAction(rename, {
    done: "Settings saved",
    onDone: ({ slug }) =>
      slug === spec.slug ? router.refresh() : router.replace(`/w/${slug}/settings`),
  });
  return (
    <form
      {...form((data) => ({
        specId: spec.id,
        title: String(data.get("title")),
        slug: String(data.get("slug")),
        summary: String(data.get("summary")),
      }))}
      className="flex max-w-xl flex-col gap-5"
    >
      <FormError error={error} />
      <Field label="Title" name="title" required error={fields.title}>
        <Input defaultValue={spec.title} autoComplete="off" maxLength={120} />
      </Field>
      <Field
        label="Address"
        name="slug"
        required
        hint="Links to the old address lead on to the new one."
        error={fields.slug}
      >
        <Input
          defaultValue={spec.slug}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <Field
        label="Summary"
        name="summary"
        hint="One sentence for lists: what it governs and for whom."
        error={fields.summary}
      >
        <Textarea defaultValue={spec.summary} rows={2} maxLength={280} />
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Save settings
        </Button>
      </div>
    </form>
  );
}
