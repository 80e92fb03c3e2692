"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { AuthorityBadge } from "@/components/authority/authority-badge";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import {
  LEVEL_COLOURS,
  LEVEL_SHAPES,
  type LevelColour,
  type LevelShape,
} from "@/lib/spec/level-style";
import type { EditedLevel } from "./use-levels";

const STEERABILITY_WORDS: Record<EditedLevel["steerability"], string> = {
  fixed: "Nobody below may override it",
  explicit: "May be overridden by saying so",
  implicit: "Context alone may override it",
};

const SHAPE_WORDS: Record<LevelShape, string> = {
  "lock-bar": "Solid bar with lock",
  "double-bar": "Double bar",
  solid: "Solid outline",
  dashed: "Dashed outline",
  dotted: "Dotted outline",
  none: "No mark",
};

export interface LevelRowProps {
  level: EditedLevel;
  /** Where this level's fields are named in errors, such as "levels.2". */
  path: string;
  errors: Readonly<Record<string, string>>;
  position: { index: number; count: number };
  onChange: (part: Partial<EditedLevel>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One authority level: its badge as it will look, and everything that can be said about it. */
export function LevelRow(props: LevelRowProps) {
  const { level, position, onMove, onRemove } = props;
  const name = level.name || "this level";
  return (
    <fieldset className="rounded-md border border-line bg-raised">
      <legend className="sr-only">{level.name || "New level"}</legend>
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
        <span className="flex items-center gap-3">
          <span className="w-5 text-end text-sm text-ink-muted tabular-nums">
            {position.index + 1}
          </span>
          <AuthorityBadge
            name={level.name || "New level"}
            colour={level.colour}
            shape={level.shape}
          />
        </span>
        <span className="flex">
          <IconButton
            aria-label={`Raise ${name}`}
            disabled={position.index === 0}
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            aria-label={`Lower ${name}`}
            disabled={position.index === position.count - 1}
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton
            aria-label={`Remove ${name}`}
            disabled={position.count === 1}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </div>
      <LevelFields {...props} />
    </fieldset>
  );
}

function LevelFields({ level, path, errors, onChange }: LevelRowProps) {
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 p-4 lg:grid-cols-12">
      <Field
        label="Name"
        name={`${path}.name`}
        required
        error={errors[`${path}.name`]}
        className="lg:col-span-4"
      >
        <Input
          value={level.name}
          maxLength={40}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field
        label="Key in the source"
        name={`${path}.key`}
        required
        error={errors[`${path}.key`]}
        className="lg:col-span-3"
      >
        <Input
          value={level.key}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
          onChange={(event) => onChange({ key: event.target.value })}
        />
      </Field>
      <Field
        label="Steerability"
        name={`${path}.steerability`}
        required
        className="max-sm:col-span-2 lg:col-span-5"
      >
        <Select
          value={level.steerability}
          onChange={(event) =>
            onChange({ steerability: event.target.value as EditedLevel["steerability"] })
          }
        >
          {Object.entries(STEERABILITY_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Meaning"
        name={`${path}.description`}
        error={errors[`${path}.description`]}
        className="col-span-2 lg:col-span-6"
      >
        <Input
          value={level.description}
          maxLength={280}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Field label="Colour" name={`${path}.colour`} required className="lg:col-span-2">
        <Select
          value={level.colour}
          onChange={(event) => onChange({ colour: event.target.value as LevelColour })}
        >
          {LEVEL_COLOURS.map((colour) => (
            <option key={colour} value={colour}>
              {colour[0]?.toUpperCase() + colour.slice(1)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Shape" name={`${path}.shape`} required className="lg:col-span-4">
        <Select
          value={level.shape}
          onChange={(event) => onChange({ shape: event.target.value as LevelShape })}
        >
          {LEVEL_SHAPES.map((shape) => (
            <option key={shape} value={shape}>
              {SHAPE_WORDS[shape]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
