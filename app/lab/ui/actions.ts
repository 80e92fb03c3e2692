"use server";

import type { ActionResult } from "@/lib/action-result";

/** Answers like a real action: refuses empty and taken addresses, and fails on "storm". */
export async function createSample(input: {
  title: string;
  address: string;
}): Promise<ActionResult<{ title: string }>> {
  const fields: Record<string, string> = {};
  if (!input.title) fields.title = "Give the spec a title.";
  if (!/^[a-z0-9-]+$/.test(input.address)) {
    fields.address = "Use small letters, figures and hyphens, for example kind-helper.";
  }
  if (Object.keys(fields).length > 0) {
    return {
      ok: false,
      error: { code: "invalid", message: "Two things need another look.", fields },
    };
  }
  if (input.address === "storm") {
    const message = "The spec was not created: the database did not answer. Try again in a minute.";
    return { ok: false, error: { code: "unavailable", message } };
  }
  return { ok: true, data: { title: input.title } };
}

/** Stands where signing out would be. */
export async function pretendSignOut() {}
