"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormStatus } from "@/components/ui/form-status";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import { createSample } from "./actions";
import { Specimen } from "./specimen";

const VISIBILITY = [
  {
    value: "public",
    label: "Everyone",
    hint: "Published releases can be read without an account.",
  },
  { value: "members", label: "Members only", hint: "People with a role on this spec." },
  {
    value: "link",
    label: "Anyone with the link",
    hint: "Not yet: ask an administrator.",
    disabled: true,
  },
];

/** A form with a real server action, and every control beside it. */
export function FormSpecimen() {
  const create = useAction(createSample, { done: (spec) => `“${spec.title}” created` });
  const [changelog, setChangelog] = useState(true);
  return (
    <Specimen
      title="Forms"
      note="Send it empty, or with the address “storm”, to see how failures arrive."
      className="grid gap-12 lg:grid-cols-2"
    >
      <form
        className="flex flex-col gap-5"
        {...create.form((data) => ({
          title: String(data.get("title")),
          address: String(data.get("address")),
        }))}
      >
        <Field label="Title" name="title" required error={create.fields.title}>
          <Input placeholder="A kind helper" />
        </Field>
        <Field
          label="Address"
          name="address"
          required
          hint="Where people will read it. It stays the same for ever."
          error={create.fields.address}
        >
          <Input className="font-mono" spellCheck={false} />
        </Field>
        <Field label="About" name="about" hint="One or two sentences for the front page.">
          <Textarea />
        </Field>
        <Field label="Language" name="language">
          <Select defaultValue="en">
            <option value="en">English</option>
            <option value="de">Deutsch</option>
          </Select>
        </Field>
        <FormError error={create.error} />
        <div className="flex items-center gap-4">
          <Button type="submit" variant="primary" pending={create.pending}>
            Create the spec
          </Button>
          <FormStatus state="saved" />
        </div>
      </form>
      <div className="flex flex-col gap-6">
        <RadioCards legend="Who can read it" options={VISIBILITY} defaultValue="public" />
        <Checkbox
          label="Tell the members by mail"
          hint="One message with all changes, at most once a day."
          defaultChecked
        />
        <Checkbox label="All clauses" checked="indeterminate" />
        <Switch
          label="Changelog for readers"
          hint="Each release says what changed, in words."
          checked={changelog}
          onCheckedChange={setChangelog}
        />
        <Switch label="Feedback on examples" />
        <div className="flex flex-col gap-2">
          <FormStatus state="saved" words="Saved 14:05" />
          <FormStatus state="saving" />
          <FormStatus state="offline" />
          <FormStatus state="failed" />
        </div>
        <Field label="Reason" error="Say why, in a sentence." required>
          <Input defaultValue="" />
        </Field>
        <Field label="Release" required>
          <Input defaultValue="2026-11-23" readOnly />
        </Field>
      </div>
    </Specimen>
  );
}
