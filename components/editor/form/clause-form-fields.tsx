"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { BlockFields } from "./block-fields";
import type { ClauseFormState } from "./use-clause-form";

export interface ClauseFormFieldsProps {
  form: ClauseFormState;
  /** Called when the form is sent, as by Enter in a line. */
  onSubmit: () => void;
  /** What stands below the fields. */
  children?: ReactNode;
}

/** The fields of one section, in the dialog and on the page of its own. */
export function ClauseFormFields({ form, onSubmit, children }: ClauseFormFieldsProps) {
  const desk = useDesk();
  const levels = useStore(desk.levelStore);
  const { fields, set } = form;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {form.hasConflict && (
        <Notice announce tone="caution" title="Somebody changed a part of it meanwhile">
          Theirs stands, and everything else of yours was put in. Copy what you still need from
          here, then open the form again.
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field marksOptional={false} label="Title">
          <Input
            autoFocus
            value={fields.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field marksOptional={false} label="Authority">
          <Select
            value={fields.authority ?? ""}
            onChange={(event) => set({ authority: event.target.value || null })}
          >
            <option value="">No authority</option>
            {levels.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {fields.blocks.map((block, place) => (
        <BlockFields
          key={block.key}
          block={block}
          number={place + 1}
          onChange={(next) => form.setBlock(block.key, next)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => form.add("prose")}>
          Add a text
        </Button>
        <Button size="sm" onClick={() => form.add("example")}>
          Add an example
        </Button>
      </div>
      {children}
    </form>
  );
}
