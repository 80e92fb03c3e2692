"use client";

import { createContext, useContext } from "react";

interface FieldState {
  id: string;
  name?: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

export const FieldContext = createContext<FieldState | null>(null);

interface ControlProps {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-describedby"?: string;
}

/** What a control inside a Field inherits from it: id, name, and the words that describe it. Own props win. */
export function useFieldControl(props: ControlProps) {
  const field = useContext(FieldContext);
  return {
    id: props.id ?? field?.id,
    name: props.name ?? field?.name,
    required: props.required ?? field?.required,
    "aria-describedby": props["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
  };
}
