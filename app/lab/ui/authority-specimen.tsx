"use client";

import { useState } from "react";
import { AuthorityBadge } from "@/components/authority/authority-badge";
import { AuthorityBar } from "@/components/authority/authority-bar";
import { AuthorityFilter } from "@/components/authority/authority-filter";
import { AuthorityLegend } from "@/components/authority/authority-legend";
import type { LevelColour } from "@/lib/spec/level-style";
import { LEVELS } from "./samples";
import { Specimen } from "./specimen";

const COLOURS: LevelColour[] = [
  "crimson",
  "amber",
  "violet",
  "teal",
  "azure",
  "moss",
  "slate",
  "rose",
];

/** Levels as badge, bar, legend and filter, and the palette that specs choose from. */
export function AuthoritySpecimen() {
  const [selected, setSelected] = useState(["Root"]);
  return (
    <Specimen
      title="Authority levels"
      note="The signature: one colour and one shape per level, the same everywhere. In grey, the shapes still tell them apart."
      className="grid gap-10 lg:grid-cols-2"
    >
      <div className="flex flex-col gap-6">
        {LEVELS.slice(0, 5).map((level) => (
          <AuthorityBar key={level.name} {...level}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-serif text-lg font-semibold">Say what is so</span>
              <AuthorityBadge {...level} />
            </p>
            <p className="mt-1 font-serif text-editing">
              A helper tells people what it knows, and says where its knowledge ends.
            </p>
          </AuthorityBar>
        ))}
      </div>
      <div className="flex flex-col gap-8">
        <AuthorityLegend levels={LEVELS} />
        <AuthorityFilter
          levels={LEVELS.map((level, index) => ({ ...level, count: 3 + index * 4 }))}
          selected={selected}
          onChange={setSelected}
        />
        <div className="flex flex-wrap gap-2">
          {COLOURS.map((colour) => (
            <AuthorityBadge key={colour} name={colour} shape="solid" colour={colour} />
          ))}
          {COLOURS.map((colour) => (
            <AuthorityBadge key={colour} name={colour} shape="lock-bar" colour={colour} />
          ))}
        </div>
        <div className="flex flex-wrap gap-2 grayscale">
          {LEVELS.map((level) => (
            <AuthorityBadge key={level.name} {...level} />
          ))}
        </div>
      </div>
    </Specimen>
  );
}
