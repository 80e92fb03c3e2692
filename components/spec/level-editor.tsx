"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { LevelRow } from "./level-row";
import { useLevels, type EditedLevel } from "./use-levels";

export interface LevelEditorProps {
  specId: string;
  levels: EditedLevel[];
  save: (input: { specId: string; levels: EditedLevel[] }) => Promise<ActionResult<void>>;
}

/** The authority levels of a spec, highest first: order, names, how far each may be overridden, looks. */
export function LevelEditor({ specId, levels: saved, save }: LevelEditorProps) {
  const router = useRouter();
  const { rows, isChanged, change, move, remove, add } = useLevels(saved);
  const { form, pending, error, fields } = useAction(save, {
    done: "Levels saved",
    onDone: () => router.refresh(),
  });
  return (
    <form
      {...form(() => ({ specId, levels: rows.map(({ level }) => level) }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <ol className="flex flex-col gap-3">
        {rows.map(({ key, level }, index) => (
          <li key={key}>
            <LevelRow
              level={level}
              path={`levels.${index}`}
              errors={fields}
              position={{ index, count: rows.length }}
              onChange={(part) => change(index, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button onClick={add} disabled={rows.length >= 12}>
          <Plus aria-hidden />
          Add a level
        </Button>
        <div className="flex items-center gap-3">
          {isChanged && <span className="text-sm text-ink-muted">Not saved yet</span>}
          <Button type="submit" variant="primary" pending={pending}>
            Save levels
          </Button>
        </div>
      </div>
    </form>
  );
}
