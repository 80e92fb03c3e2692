"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { OwnerGroup } from "@/lib/workflow/review-rules";
import type { Person } from "./review-types";

/** What can be owned, and by whom. */
export interface OwnerChoices {
  levels: readonly { key: string; name: string }[];
  /** Headings of the draft that can have owners. */
  sections: readonly { uid: string; title: string; depth: number }[];
  /** Members who may approve. */
  reviewers: readonly Person[];
}

export interface OwnersFieldsetProps extends OwnerChoices {
  owners: readonly OwnerGroup[];
  errors: Readonly<Record<string, string>>;
  onChange: (owners: OwnerGroup[]) => void;
}

/** Groups of people of whom at least one has to approve what the group owns. */
export function OwnersFieldset({ owners, errors, onChange, ...choices }: OwnersFieldsetProps) {
  const change = (index: number, next: Partial<OwnerGroup>) =>
    onChange(owners.map((group, at) => (at === index ? { ...group, ...next } : group)));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">Owners</legend>
      <p className="text-sm text-ink-muted">
        Of each group, at least one person approves every change in what it owns.
      </p>
      {owners.map((group, index) => (
        <OwnerFields
          key={group.id}
          group={group}
          {...choices}
          error={errors[`rules.owners.${index}.people`] ?? errors[`rules.owners.${index}.name`]}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange(owners.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        onClick={() => onChange([...owners, newGroup(choices)])}
      >
        <Plus aria-hidden />
        Add owners
      </Button>
    </fieldset>
  );
}

function newGroup({ levels, sections }: OwnerChoices): OwnerGroup {
  const id = globalThis.crypto.randomUUID();
  const scope: OwnerGroup["scope"] = sections[0]
    ? { kind: "section", uid: sections[0].uid }
    : { kind: "level", key: levels[0]?.key ?? "" };
  return { id, name: "", scope, people: [] };
}

interface OwnerFieldsProps extends OwnerChoices {
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
