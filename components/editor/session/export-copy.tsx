"use client";

import { strToU8, zipSync } from "fflate";
import type * as Y from "yjs";
import { Button } from "@/components/ui/button";
import { readDraft } from "@/lib/draft/read-draft";
import { print } from "@/lib/markdown/print";
import type { SpecDocument } from "@/lib/spec/document";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Desk } from "../desk";
import { readCopy } from "./unsent-copies";

/** One's own copy of the draft as it stands on this page, whatever the server says. */
export function ExportCopy({ desk }: { desk: Desk }) {
  const read = () => readDraft(desk.session.ydoc, options.levels);
  const { options } = desk;
  return (
    <>
      <Button size="sm" onClick={() => saveMarkdown(read())}>
        Download as Markdown
      </Button>
      <Button size="sm" onClick={() => saveJson(read())}>
        Download as JSON
      </Button>
    </>
  );
}

/** The same of a copy that this device keeps. */
export async function exportCopy(name: string, levels: readonly AuthorityLevel[]): Promise<void> {
  await readCopy(name, (ydoc: Y.Doc) => {
    try {
      saveMarkdown(readDraft(ydoc, [...levels]));
    } catch {
      // Of a form that this page cannot read: better the bare data than nothing.
      save(JSON.stringify(ydoc.toJSON(), null, 2), "draft.json", "application/json");
    }
  });
}

function saveMarkdown(document: SpecDocument): void {
  const files = print(document);
  const [only] = Object.values(files);
  if (Object.keys(files).length === 1) return save(only ?? "", "draft.md", "text/markdown");
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
  save(packed.slice().buffer, "draft.zip", "application/zip");
}

function saveJson(document: SpecDocument): void {
  save(JSON.stringify(document, null, 2), "draft.json", "application/json");
}

function save(content: string | ArrayBuffer, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = window.document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
