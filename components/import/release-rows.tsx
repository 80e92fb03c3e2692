"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReleasePreview } from "@/lib/import/release-preview";

/** One version as a release to be: its label and its day, which people may correct. */
export interface ReleaseRow {
  chosen: boolean;
  label: string;
  /** `2026-03-10`; empty when nothing tells. */
  day: string;
  /** What it is called until it has a label. */
  name: string;
  changelog: string;
}

/** What the versions propose. */
export function releaseRows(releases: readonly ReleasePreview[]): ReleaseRow[] {
  return releases.map(({ label, date, folder, changelog }, index) => ({
    chosen: true,
    label: label?.toLowerCase() ?? "",
    day: date?.slice(0, 10) ?? "",
    name: label ?? (folder.replace(/\/$/, "") || `Version ${index + 1}`),
    changelog,
  }));
}

export interface ReleaseRowsProps {
  rows: readonly ReleaseRow[];
  onChange: (rows: ReleaseRow[]) => void;
  /** Messages by field of the import, `releases.0.label`; counted over the chosen rows. */
  fields: Readonly<Record<string, string>>;
}

/** Label and day of each version, oldest first. */
export function ReleaseRows({ rows, onChange, fields }: ReleaseRowsProps) {
  const change = (at: number, more: Partial<ReleaseRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...more } : row)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">Releases, oldest first</legend>
      {rows.map((row, index) => {
        const place = rows.slice(0, index).filter(({ chosen }) => chosen).length;
        return (
          <div
            key={index}
            className="grid gap-3 rounded-md border border-line bg-raised p-3 sm:grid-cols-[1fr_10rem_10rem] sm:items-start"
          >
            <div className="min-w-0 sm:pt-7">
              <Checkbox
                label={row.name}
                checked={row.chosen}
                onCheckedChange={(value) => change(index, { chosen: value === true })}
                {...(row.changelog ? { hint: firstLine(row.changelog) } : {})}
              />
            </div>
            <Field
              label="Label"
              name={`releases.${place}.label`}
              required
              error={row.chosen ? fields[`releases.${place}.label`] : undefined}
            >
              <Input
                value={row.label}
                disabled={!row.chosen}
                onChange={(event) => change(index, { label: event.target.value })}
                className="font-mono"
                autoComplete="off"
              />
            </Field>
            <Field
              label="Released on"
              name={`releases.${place}.publishedAt`}
              required
              error={row.chosen ? fields[`releases.${place}.publishedAt`] : undefined}
            >
              <Input
                type="date"
                value={row.day}
                disabled={!row.chosen}
                onChange={(event) => change(index, { day: event.target.value })}
              />
            </Field>
          </div>
        );
      })}
    </fieldset>
  );
}

function firstLine(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  const words = line.replace(/^[\s*#>-]+/, "");
  return words.length > 90 ? `${words.slice(0, 88)}…` : words;
}
