import { useState } from "react";
import type { LevelColour, LevelShape } from "@/lib/spec/level-style";

export interface EditedLevel {
  /** Absent until it was saved once. */
  id?: string;
  key: string;
  name: string;
  description: string;
  steerability: "fixed" | "explicit" | "implicit";
  colour: LevelColour;
  shape: LevelShape;
}

interface Row {
  /** Stays with the row when it moves, so that inputs keep their focus and their words. */
  key: string;
  level: EditedLevel;
}

/** Levels while they are edited: nothing is saved before the form is sent. */
export function useLevels(saved: EditedLevel[]) {
  const [rows, setRows] = useState<Row[]>(() =>
    saved.map((level, index) => ({ key: level.id ?? `saved-${index}`, level })),
  );
  const [added, setAdded] = useState(0);

  const change = (index: number, part: Partial<EditedLevel>) =>
    setRows((now) =>
      now.map((row, at) => (at === index ? { ...row, level: { ...row.level, ...part } } : row)),
    );
  const move = (index: number, by: -1 | 1) =>
    setRows((now) => {
      const next = [...now];
      const [row] = next.splice(index, 1);
      if (row) next.splice(index + by, 0, row);
      return next;
    });
  const remove = (index: number) => setRows((now) => now.filter((_, at) => at !== index));
  const add = () => {
    setAdded(added + 1);
    setRows((now) => [...now, { key: `new-${added}`, level: NEW_LEVEL }]);
  };

  const isChanged = JSON.stringify(rows.map(({ level }) => level)) !== JSON.stringify(saved);
  return { rows, isChanged, change, move, remove, add };
}

const NEW_LEVEL: EditedLevel = {
  key: "",
  name: "",
  description: "",
  steerability: "explicit",
  colour: "slate",
  shape: "solid",
};
