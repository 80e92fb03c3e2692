"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { ReviewRules } from "@/lib/workflow/review-rules";
import { OwnersFieldset, type OwnerChoices } from "./owners-fieldset";

export interface RulesFormProps extends OwnerChoices {
  specId: string;
  rules: ReviewRules;
  save: (input: { specId: string; rules: ReviewRules }) => Promise<ActionResult<void>>;
}

/** How a spec decides: how many approve, who owns what, and what writing keeps people from. */
export function RulesForm({ specId, rules, levels, sections, reviewers, save }: RulesFormProps) {
  const [owners, setOwners] = useState(rules.owners);
  const [independence, setIndependence] = useState(rules.independence);
  const { form, pending, error, fields } = useAction(save, { done: "The rules are saved" });
  return (
    <form
      {...form((data) => ({ specId, rules: { ...read(data, levels), independence, owners } }))}
      className="flex flex-col gap-8"
    >
      <FormError error={error} />
      <div className="grid grid-cols-2 items-end gap-5">
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
      <LevelApprovals rules={rules} levels={levels} />
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
      <OwnersFieldset
        {...{ owners, levels, sections, reviewers }}
        errors={fields}
        onChange={setOwners}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save rules
        </Button>
      </div>
    </form>
  );
}

function LevelApprovals({ rules, levels }: Pick<RulesFormProps, "rules" | "levels">) {
  return (
    <fieldset>
      <legend className="font-medium">More approvals for some levels</legend>
      <p className="mb-3 text-sm text-ink-muted">
        Left empty, the number above holds. A clause that changes its level needs the higher one.
      </p>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        {levels.map(({ key, name }) => (
          <Field key={key} label={name} name={`level-${key}`} marksOptional={false}>
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
