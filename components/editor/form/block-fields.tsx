"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ROLES, type Role, type Verdict } from "@/lib/spec/schema/example-blocks";
import { useIndex } from "../desk-context";
import { ROLE_WORDS, VERDICT_WORDS } from "../views/words";
import type { BlockField, ExampleField, MessageField, ResponseField } from "./clause-fields";
import { newKey } from "./new-key";

export interface BlockFieldsProps {
  block: BlockField;
  number: number;
  /** Null removes it. */
  onChange: (block: BlockField | null) => void;
}

/** One block of a clause: a text, or an example with all its parts. */
export function BlockFields({ block, number, onChange }: BlockFieldsProps) {
  if (block.kind === "prose") {
    return (
      <fieldset className="relative">
        <Field marksOptional={false} label={`Text ${number}`}>
          <Textarea
            className="font-serif"
            value={block.markdown}
            onChange={(event) => onChange({ ...block, markdown: event.target.value })}
          />
        </Field>
        <RemoveButton what={`text ${number}`} onRemove={() => onChange(null)} />
      </fieldset>
    );
  }
  return <ExampleFields example={block} number={number} onChange={onChange} />;
}

const MOST_RESPONSES = 5;

interface ExampleFieldsProps {
  example: ExampleField;
  number: number;
  onChange: (block: BlockField | null) => void;
}

function ExampleFields({ example, number, onChange }: ExampleFieldsProps) {
  const set = (news: Partial<ExampleField>) => onChange({ ...example, ...news });
  const setMessage = (message: MessageField, next: MessageField | null) =>
    set({
      messages: example.messages.flatMap((one) => (one !== message ? [one] : next ? [next] : [])),
    });
  const setResponse = (response: ResponseField, next: ResponseField | null) =>
    set({
      responses: example.responses.flatMap((one) =>
        one !== response ? [one] : next ? [next] : [],
      ),
    });
  return (
    <fieldset className="flex flex-col gap-4 rounded-md border border-line p-4">
      <legend className="px-1 font-semibold">Example {number}</legend>
      <Field marksOptional={false} label="What makes it tricky">
        <Input value={example.title} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      <Checkbox
        label="Sensitive content: readers are warned"
        checked={example.sensitive}
        onCheckedChange={(checked) => set({ sensitive: checked === true })}
      />
      {example.messages.map((message, place) => (
        <MessageFields
          key={message.key}
          message={message}
          number={place + 1}
          onChange={(next) => setMessage(message, next)}
        />
      ))}
      {example.responses.map((response, place) => (
        <ResponseFields
          key={response.key}
          response={response}
          number={place + 1}
          onChange={(next) => setResponse(response, next)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() =>
            set({ messages: [...example.messages, { key: newKey(), role: "user", text: "" }] })
          }
        >
          Add a message
        </Button>
        {example.responses.length < MOST_RESPONSES && (
          <Button
            size="sm"
            onClick={() =>
              set({
                responses: [
                  ...example.responses,
                  { key: newKey(), verdict: null, violates: null, reason: "", text: "" },
                ],
              })
            }
          >
            Add a response
          </Button>
        )}
        <Button size="sm" variant="quiet" className="ms-auto" onClick={() => onChange(null)}>
          Remove example {number}
        </Button>
      </div>
    </fieldset>
  );
}

interface MessageFieldsProps {
  message: MessageField;
  number: number;
  onChange: (message: MessageField | null) => void;
}

function MessageFields({ message, number, onChange }: MessageFieldsProps) {
  return (
    <div className="relative grid gap-3 sm:grid-cols-[10rem_1fr]">
      <Field marksOptional={false} label={`Message ${number}: who`}>
        <Select
          value={message.role}
          onChange={(event) => onChange({ ...message, role: event.target.value as Role })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </Select>
      </Field>
      <Field marksOptional={false} label={`Message ${number}: words`}>
        <Textarea
          className="font-mono text-sm"
          value={message.text}
          onChange={(event) => onChange({ ...message, text: event.target.value })}
        />
      </Field>
      <RemoveButton what={`message ${number}`} onRemove={() => onChange(null)} />
    </div>
  );
}

interface ResponseFieldsProps {
  response: ResponseField;
  number: number;
  onChange: (response: ResponseField | null) => void;
}

function ResponseFields({ response, number, onChange }: ResponseFieldsProps) {
  const { lines } = useIndex();
  const set = (news: Partial<ResponseField>) => onChange({ ...response, ...news });
  return (
    <div className="relative flex flex-col gap-3 border-t border-line pt-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field marksOptional={false} label={`Response ${number}: verdict`}>
          <Select
            value={response.verdict ?? ""}
            onChange={(event) => set({ verdict: (event.target.value || null) as Verdict | null })}
          >
            <option value="">No verdict</option>
            {(["GOOD", "OK", "BAD"] as const).map((verdict) => (
              <option key={verdict} value={verdict}>
                {VERDICT_WORDS[verdict]}
              </option>
            ))}
          </Select>
        </Field>
        {response.verdict === "BAD" && (
          <Field marksOptional={false} label={`Response ${number}: clause it breaks`}>
            <Select
              value={response.violates ?? ""}
              onChange={(event) => set({ violates: event.target.value || null })}
            >
              <option value="">No particular clause</option>
              {lines
                .filter(({ id }) => id !== null)
                .map(({ id, title, uid }) => (
                  <option key={uid} value={id!}>
                    {title}
                  </option>
                ))}
            </Select>
          </Field>
        )}
      </div>
      <Field marksOptional={false} label={`Response ${number}: reason`}>
        <Input value={response.reason} onChange={(event) => set({ reason: event.target.value })} />
      </Field>
      <Field marksOptional={false} label={`Response ${number}: words`}>
        <Textarea
          className="font-mono text-sm"
          value={response.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      <RemoveButton what={`response ${number}`} className="top-3" onRemove={() => onChange(null)} />
    </div>
  );
}

interface RemoveButtonProps {
  /** What goes, as in "Remove text 2". */
  what: string;
  className?: string;
  onRemove: () => void;
}

/** In the corner of what it removes, beside the label: a row of its own for each would double the form. */
function RemoveButton({ what, className, onRemove }: RemoveButtonProps) {
  return (
    <IconButton
      size="sm"
      aria-label={`Remove ${what}`}
      className={cn("absolute end-0 -top-1.5", className)}
      onClick={onRemove}
    >
      <Trash2 aria-hidden />
    </IconButton>
  );
}
