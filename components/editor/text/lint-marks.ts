import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Finding } from "@/lib/spec/lint/rule";
import { isFromOutside } from "../binding/binding";
import type { IndexStore } from "../index/index-store";
import { h } from "../views/dom";

const key = new PluginKey<DecorationSet>("lintMarks");

/** Hints of the linter in the margin, beside the block they are about. */
export function lintMarks(store: IndexStore, onOpen: (uid: string, anchor: Element) => void) {
  return Extension.create({
    name: "lintMarks",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, set, _, { doc }) => {
            const findings = tr.getMeta(key) as readonly Finding[] | undefined;
            if (findings) return place(doc, findings, onOpen);
            if (!tr.docChanged) return set;
            // A block that somebody else changed is replaced as a whole, and its mark with it.
            return isFromOutside(tr)
              ? place(doc, store.findings(), onOpen)
              : set.map(tr.mapping, doc);
          },
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => follow(view, store),
      }),
    ],
  });
}

function follow(view: EditorView, store: IndexStore) {
  let shown = store.findings();
  const stop = store.subscribe(() => {
    if (store.findings() === shown || view.isDestroyed) return;
    shown = store.findings();
    view.dispatch(view.state.tr.setMeta(key, shown).setMeta("addToHistory", false));
  });
  return { destroy: () => void stop() };
}

function place(
  doc: Node,
  findings: readonly Finding[],
  onOpen: (uid: string, anchor: Element) => void,
): DecorationSet {
  const byUid = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.uid === null || finding.prompts !== null) continue;
    byUid.set(finding.uid, [...(byUid.get(finding.uid) ?? []), finding]);
  }
  if (byUid.size === 0) return DecorationSet.empty;
  const marks: Decoration[] = [];
  doc.forEach((block, offset) => {
    const found = ownFindings(block, byUid);
    if (found.length === 0) return;
    const uid = String(block.attrs["uid"]);
    marks.push(
      Decoration.widget(offset, () => badge(uid, found, onOpen), {
        side: -1,
        key: `lint-${uid}-${found.map(({ rule }) => rule).join()}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  });
  return DecorationSet.create(doc, marks);
}

/** Findings of a block of the text and of all inside it. */
function ownFindings(block: Node, byUid: ReadonlyMap<string, Finding[]>): Finding[] {
  const found = [...(byUid.get(block.attrs["uid"] as string) ?? [])];
  if (block.isTextblock) return found;
  block.descendants((node) => {
    const uid = node.attrs["uid"] as string | undefined;
    if (uid) found.push(...(byUid.get(uid) ?? []));
    return !node.isTextblock;
  });
  return found;
}

function badge(
  uid: string,
  findings: readonly Finding[],
  onOpen: (uid: string, anchor: Element) => void,
): HTMLElement {
  const gravest = (["error", "warning", "hint"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  const words = findings.map(({ message }) => message).join(" ");
  const button = h("button", {
    type: "button",
    class: "ed-lint",
    "data-severity": gravest ?? "hint",
    tabindex: "-1",
    contenteditable: "false",
    "aria-label": `${findings.length} to look at: ${words}`,
    title: words,
  });
  button.textContent =
    findings.length > 1 ? String(findings.length) : gravest === "hint" ? "i" : "!";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => onOpen(uid, button));
  return button;
}
