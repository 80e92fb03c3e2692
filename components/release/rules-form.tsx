"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { OwnerGroup, ReviewRules } from "@/lib/workflow/review-rules";
import type { Person } from "./review-types";

export interface RulesFormProps {
  specId: string;
  rules: ReviewRules;
  levels: readonly { key: string; name: string }[];
  /** Headings of the draft that can have owners. */
  sections: readonly { uid: string; title: string; depth: number }[];
  /** Members who may approve. */
  reviewers: readonly Person[];
  save: (input: { specId: string; rules: ReviewRules }) => Promise<ActionResult<void>>;
}

/** How a spec decides: how many approve, who owns what, and what writing keeps people from. */
export function RulesForm({ specId, rules, levels, sections, reviewers, save }: RulesFormProps) {
  const [owners, setOwners] = useState(rules.owners);
  const [independence, setIndependence] = useState(rules.independence);
  const { form, pending, error, fields } = useAction(save, { done: "The rules are saved" });
  const change = (index: number, next: Partial<OwnerGroup>) =>
    setOwners(owners.map((group, at) => (at === index ? { ...group, ...next } : group)));
  return (
    <form
      {...form((data) => ({ specId, rules: { ...read(data, levels), independence, owners } }))}
      className="flex flex-col gap-8"
    >
      <FormError error={error} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Approvals of each change"
          name="approvals"
          required
          hint="So many different people, none of whom wrote it."
          error={fields["rules.approvals"]}
        >
          <Input
            type="number"
            min={1}
            max={9}
            defaultValue={rules.approvals}
            className="max-w-24"
          />
        </Field>
        <Field
          label="Hours to read"
          name="minimumHours"
          required
          hint="Between asking for review and publishing."
          error={fields["rules.minimumHours"]}
        >
          <Input
            type="number"
            min={0}
            max={1440}
            defaultValue={rules.minimumHours}
            className="max-w-24"
          />
        </Field>
      </div>
      <fieldset>
        <legend className="font-medium">More approvals for some levels</legend>
        <p className="mb-3 text-sm text-ink-muted">
          Left empty, the number above holds. A clause that changes its level needs the higher one.
        </p>
        <div className="grid gap-4 sm:grid-cols-3">
          {levels.map(({ key, name }) => (
            <Field key={key} label={name} name={`level-${key}`}>
              <Input
                type="number"
                min={1}
                max={9}
                defaultValue={rules.byLevel[key] ?? ""}
                className="max-w-24"
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <RadioCards
        legend="Who wrote, does not approve"
        value={independence}
        onValueChange={(value) => setIndependence(value === "release" ? "release" : "clause")}
        options={[
          {
            value: "clause",
            label: "Of the clauses that they helped to write",
            hint: "For teams in which people review each other.",
          },
          {
            value: "release",
            label: "Of the whole release",
            hint: "Writers and reviewers are different people.",
          },
        ]}
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-1 font-medium">Owners</legend>
        <p className="text-sm text-ink-muted">
          Of each group, at least one person approves every change in what it owns.
        </p>
        {owners.map((group, index) => (
          <OwnerFields
            key={group.id}
            group={group}
            {...{ levels, sections, reviewers }}
            error={fields[`rules.owners.${index}.people`] ?? fields[`rules.owners.${index}.name`]}
            onChange={(next) => change(index, next)}
            onRemove={() => setOwners(owners.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          size="sm"
          className="self-start"
          onClick={() => setOwners([...owners, newGroup(levels, sections)])}
        >
          <Plus aria-hidden />
          Add owners
        </Button>
      </fieldset>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save rules
        </Button>
      </div>
    </form>
  );
}

function newGroup(
  levels: RulesFormProps["levels"],
  sections: RulesFormProps["sections"],
): OwnerGroup {
  const id = globalThis.crypto.randomUUID();
  const scope: OwnerGroup["scope"] = sections[0]
    ? { kind: "section", uid: sections[0].uid }
    : { kind: "level", key: levels[0]?.key ?? "" };
  return { id, name: "", scope, people: [] };
}

interface OwnerFieldsProps extends Pick<RulesFormProps, "levels" | "sections" | "reviewers"> {
  group: OwnerGroup;
  error?: string;
  onChange: (next: Partial<OwnerGroup>) => void;
  onRemove: () => void;
}

function OwnerFields(props: OwnerFieldsProps) {
  const { group, levels, sections, reviewers, error, onChange, onRemove } = props;
  const { scope, people, name } = group;
  const value = scope.kind === "section" ? `section ${scope.uid}` : `level ${scope.key}`;
  const handleScope = (chosen: string) => {
    const [kind, ...rest] = chosen.split(" ");
    const key = rest.join(" ");
    onChange({ scope: kind === "level" ? { kind: "level", key } : { kind: "section", uid: key } });
  };
  return (
    <div className="rounded-md border border-line bg-raised p-4">
      <div className="flex items-start gap-3">
        <div className="grid flex-1 gap-4 sm:grid-cols-2">
          <Field label="Name of the group" required>
            <Input
              value={name}
              placeholder="Safety"
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <Field label="Owns" required>
            <Select value={value} onChange={(event) => handleScope(event.target.value)}>
              <optgroup label="Sections">
                {sections.map(({ uid, title, depth }) => (
                  <option key={uid} value={`section ${uid}`}>
                    {`${"\u2003".repeat(depth - 1)}${title}`}
                  </option>
                ))}
              </optgroup>
              <optgroup label="Authority levels">
                {levels.map((level) => (
                  <option key={level.key} value={`level ${level.key}`}>
                    All clauses of {level.name}
                  </option>
                ))}
              </optgroup>
            </Select>
          </Field>
        </div>
        <IconButton aria-label={`Remove ${name || "this group"}`} onClick={onRemove} size="sm">
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <fieldset className="mt-4">
        <legend className="mb-2 text-sm font-medium">People</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {reviewers.map((person) => (
            <Checkbox
              key={person.id}
              label={person.name}
              checked={people.includes(person.id)}
              onCheckedChange={(checked) =>
                onChange({
                  people:
                    checked === true
                      ? [...people, person.id]
                      : people.filter((id) => id !== person.id),
                })
              }
            />
          ))}
        </div>
        {error && <p className="mt-2 text-sm text-negative">{error}</p>}
      </fieldset>
    </div>
  );
}

function read(data: FormData, levels: RulesFormProps["levels"]) {
  const byLevel: Record<string, number> = {};
  for (const { key } of levels) {
    const asked = Number(data.get(`level-${key}`));
    if (asked > 0) byLevel[key] = asked;
  }
  return {
    approvals: Number(data.get("approvals")),
    minimumHours: Number(data.get("minimumHours")),
    byLevel,
  };
}
