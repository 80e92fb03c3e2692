"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { slugOf } from "./slug-of";

interface NewSpec {
  title: string;
  slug: string;
  summary: string;
  template: string;
}

export interface CreateSpecFormProps {
  create: (input: NewSpec) => Promise<ActionResult<{ slug: string }>>;
  templates: readonly { key: string; name: string; description: string }[];
  /** Where specs are read, such as https://specs.example.org/ */
  origin: string;
}

/** A new spec: its title, its address (proposed from the title until somebody writes one), its start. */
export function CreateSpecForm({ create, templates, origin }: CreateSpecFormProps) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const { form, pending, error, fields } = useAction(create, {
    done: "Spec created",
    onDone: ({ slug }) => router.push(`/w/${slug}`),
  });
  const first = templates[0]?.key ?? "";
  return (
    <form
      {...form((data) => ({
        title: String(data.get("title")),
        slug: String(data.get("slug")),
        summary: String(data.get("summary")),
        template: String(data.get("template") ?? first),
      }))}
      className="flex max-w-xl flex-col gap-6"
    >
      <FormError error={error} />
      <Field label="Title" name="title" required error={fields.title}>
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
        hint={`Readers will find it at ${origin}${ownSlug ?? slugOf(title) ?? "…"}`}
        error={fields.slug}
      >
        <Input
          value={ownSlug ?? slugOf(title)}
          onChange={(event) => setOwnSlug(event.target.value)}
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
        <Textarea rows={2} maxLength={280} />
      </Field>
      <RadioCards
        legend="Start from"
        name="template"
        defaultValue={first}
        options={templates.map(({ key, name, description }) => ({
          value: key,
          label: name,
          hint: description,
        }))}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Create spec
        </Button>
      </div>
    </form>
  );
}
