import { markers } from "../markers";
import { staleHeaders } from "../prompt-header";
import type { Rule } from "./rule";

export const markerWithoutPrompts: Rule = {
  id: "marker-without-prompts",
  severity: "error",
  reason: "A marker promises that this sentence is tested.",
  *check({ document, tree }) {
    // A spec without any prompts keeps them elsewhere.
    if (document.prompts.length === 0) return;
    const files = new Set(document.prompts.map((file) => file.id));
    for (const { id, uid, section } of markers(document.content, tree)) {
      if (files.has(id)) continue;
      yield {
        message: `Marker ${id} has no evaluation prompts. Write some or remove it.`,
        uid,
        section,
      };
    }
  },
};

export const promptsWithoutMarker: Rule = {
  id: "prompts-without-marker",
  severity: "error",
  reason: "Prompts that hang on no sentence test nobody knows what.",
  *check({ document }) {
    const placed = new Set(markers(document.content).map((marker) => marker.id));
    for (const { id, content } of document.prompts) {
      if (placed.has(id)) continue;
      const message = `No sentence carries the marker ${id}. Place it or remove the prompts.`;
      yield { message, uid: content[0]?.attrs.uid ?? null, section: null, prompts: id };
    }
  },
};

export const stalePromptsHeader: Rule = {
  id: "stale-prompts-header",
  severity: "warning",
  reason: "The first line of a prompts file should name the section its marker stands in.",
  *check({ document }) {
    for (const { file, header, sectionTitle } of staleHeaders(document)) {
      const message =
        header.id === file.id
          ? `The header says "${header.sectionTitle}", the marker is in "${sectionTitle}".`
          : `The header names marker ${header.id}, the file belongs to ${file.id}.`;
      yield { message, uid: file.content[0]?.attrs.uid ?? null, section: null, prompts: file.id };
    }
  },
};
