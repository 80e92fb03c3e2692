import type { AnyExtension } from "@tiptap/core";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { AtomMarks } from "./binding/atom-marks";
import { liveText } from "./binding/live-text";
import { KeepCaret } from "./binding/keep-caret";
import { UidKeeper } from "./binding/uid-keeper";
import { Clipboard } from "./keys/clipboard";
import { writingKeys, type KeyTargets } from "./keys/writing-keys";
import { carets } from "./people/carets";
import { schemaExtensions } from "./schema/schema-extensions";
import { textAttributes } from "./text/text-attributes";
import { nodeViews } from "./views/node-views";
import type { ViewHost } from "./views/view-host";

/** What an editor needs to know, whichever part of a draft it shows. */
export interface TextParts {
  awareness: Awareness;
  /** Names the text for screen readers. */
  label: string;
  /** Without it the text can be read as it changes, and nothing else. */
  canWrite: boolean;
  host: ViewHost;
  keys: KeyTargets;
  onUnreadable: (error: unknown) => void;
}

/**
 * The extensions of every editor of a draft: its blocks, how they look, and for those who write, its keys.
 *
 * @param fragment The part of the draft that is shown.
 * @param bind Binds the editor to that part; asked only when somebody writes. It stands before the keys, so
 * that they see what was bound.
 */
export function textExtensions(
  { awareness, label, canWrite, host, keys, onUnreadable }: TextParts,
  fragment: Y.XmlFragment,
  bind: () => AnyExtension[],
): AnyExtension[] {
  return [
    ...schemaExtensions(),
    nodeViews(host),
    textAttributes(label, canWrite),
    ...(canWrite
      ? [
          ...bind(),
          carets(awareness),
          KeepCaret,
          UidKeeper,
          AtomMarks,
          writingKeys(keys),
          Clipboard,
        ]
      : [liveText(fragment, onUnreadable)]),
  ];
}
