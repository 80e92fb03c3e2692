"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { Severity } from "@/lib/spec/lint/rule";

type Setting = Severity | "off";

export interface RuleSettingsProps {
  specId: string;
  rules: readonly { id: string; severity: Severity; reason: string }[];
  /** By rule id, where the spec says something else than the rule. */
  settings: Readonly<Record<string, Setting>>;
  mayChange: boolean;
  save: (input: { specId: string; rules: Record<string, Setting> }) => Promise<ActionResult<void>>;
}

const WORDS: Record<Setting, string> = {
  error: "Error",
  warning: "Warning",
  hint: "Hint",
  off: "Off",
};
const TONES = { error: "negative", warning: "caution", hint: "accent", off: "neutral" } as const;

/** The rules of the linter with why they matter, and how this spec treats each. */
export function RuleSettings({ specId, rules, settings, mayChange, save }: RuleSettingsProps) {
  const [own, setOwn] = useState<Record<string, Setting>>({ ...settings });
  const { run, pending, error } = useAction(save, { done: "Rules saved" });
  const isChanged = rules.some(
    ({ id, severity }) => (own[id] ?? severity) !== (settings[id] ?? severity),
  );
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {rules.map(({ id, severity, reason }) => {
          const setting = own[id] ?? severity;
          const words = ruleName(id);
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p id={`rule-${id}`} className="font-medium">
                  {words}
                </p>
                <p className="text-sm text-pretty text-ink-muted">
                  {reason} <code className="font-mono text-xs">{id}</code>
                </p>
              </div>
              {mayChange ? (
                <Select
                  className="w-44"
                  aria-labelledby={`rule-${id}`}
                  value={setting}
                  onChange={(event) => setOwn({ ...own, [id]: event.target.value as Setting })}
                >
                  {(Object.keys(WORDS) as Setting[]).map((each) => (
                    <option key={each} value={each}>
                      {WORDS[each]}
                      {each === severity ? " (usual)" : ""}
                    </option>
                  ))}
                </Select>
              ) : (
                <Badge tone={TONES[setting]}>{WORDS[setting]}</Badge>
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && (
        <>
          <FormError error={error} />
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" pending={pending} onClick={() => run({ specId, rules: own })}>
              Save rules
            </Button>
            {isChanged && <p className="text-sm text-ink-muted">Not saved yet</p>}
          </div>
        </>
      )}
    </div>
  );
}

/** `clause-without-example` as "Clause without example". */
function ruleName(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
