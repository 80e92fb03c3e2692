"use client";

export function ClauseForm() {
  return null;
}
