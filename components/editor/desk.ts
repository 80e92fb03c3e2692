import type { Editor } from "@tiptap/core";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { draftParts } from "@/lib/draft/draft-parts";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Severity } from "@/lib/spec/lint/rule";
import { createEditor } from "./create-editor";
import { IndexStore } from "./index/index-store";
import type { Suggestion, SuggestKey } from "./keys/suggest";
import { DraftSession, type DraftSessionOptions } from "./session/draft-session";
import { Store } from "./store";
import { unitAt } from "./text/block-moves";
import { newBlocks } from "./text/new-blocks";
import { moveSection, type SectionMove } from "./text/move-section";
import { headingAt } from "./text/sections";
import type { OutlineLine } from "./index/spec-index";
import { isFromOutside } from "./binding/binding";
import { placeOfUid } from "./binding/light-binding";
import { placeOfCursor } from "./people/place-of-cursor";
import type { MenuKind, MenuRequest, ViewHost } from "./views/view-host";

export interface DeskOptions extends DraftSessionOptions {
  slug: string;
  title: string;
  levels: AuthorityLevel[];
  lintRules: Readonly<Record<string, Severity | "off">>;
}

/** Where the caret is, in terms that panels speak of. */
export interface Here {
  sectionUid: string | null;
  /** The message, response, list item or block around the caret. */
  unit: { type: string; uid: string | null; pos: number } | null;
  exampleUid: string | null;
}

export type Mode = "editing" | "reading";

const NOWHERE: Here = { sectionUid: null, unit: null, exampleUid: null };

/** How long the caret must rest before panels follow it. */
const REST_MS = 90;

/**
 * Everything of one open draft in one place: the session, the editor once the text is there, what is
 * derived from the text, and which panels are open. Panels subscribe to its stores; no key press renders
 * anything in React.
 */
export class Desk implements ViewHost {
  readonly session: DraftSession;
  readonly index: IndexStore;
  readonly editor = new Store<Editor | null>(null);
  readonly menu = new Store<MenuRequest | null>(null);
  readonly suggestion = new Store<Suggestion | null>(null);
  readonly findings = new Store<{ uid: string; anchor: Element } | null>(null);
  readonly isFinding = new Store(false);
  /** The uid of the section that is open as a form. */
  readonly form = new Store<string | null>(null);
  readonly mode = new Store<Mode>("editing");
  readonly here = new Store<Here>(NOWHERE);
  readonly inView = new Store<string | null>(null);
  readonly hasSelection = new Store(false);
  /** Id of the person whose caret the page follows. */
  readonly following = new Store<string | null>(null);
  /** Words for the polite live region: what a key did that one cannot see. */
  readonly spoken = new Store("");
  #onSuggestKey: (key: SuggestKey) => boolean = () => false;
  #isLeaving = false;
  #rest: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly options: DeskOptions) {
    this.session = new DraftSession(options);
    this.index = new IndexStore({
      levels: options.levels,
      lint: () => {
        const { meta, ledger } = draftParts(this.session.ydoc);
        return {
          levels: options.levels,
          document: {
            profile: meta.get("profile") === "generic" ? "generic" : "model-spec",
            title: meta.get("title") ?? null,
            // Prompts are looked over on the server; here their ids are enough.
            prompts: [],
          },
          ledger: ledger.toArray(),
          rules: { "marker-without-prompts": "off", ...options.lintRules },
        };
      },
    });
  }

  /** Opens the text in an element. Returns how to close it. */
  mount(element: HTMLElement, canWrite: boolean): () => void {
    const editor = createEditor({
      element,
      ydoc: this.session.ydoc,
      awareness: this.session.awareness,
      label: `Text of ${this.options.title}`,
      canWrite,
      index: this.index,
      host: this,
      keys: {
        openBlockMenu: () => this.openBlockMenu(),
        openFind: () => this.isFinding.set(true),
        openLink: () => this.openLink(),
        moveSection: (uid, kind) => this.move(uid, { kind }),
        readyToLeave: () => this.#readyToLeave(),
        isLeaving: () => this.#isLeaving,
      },
      suggestions: { open: this.suggestion, onKey: (key) => this.#onSuggestKey(key) },
      openFindings: (uid, anchor) => this.findings.set({ uid, anchor }),
      onUnreadable: this.session.cannotShow,
    });
    editor.on("transaction", ({ transaction }) => this.#followed(editor, transaction));
    const stopFollowing = () => this.following.set(null);
    const { awareness } = this.session;
    awareness.on("change", this.#keepInSight);
    window.addEventListener("wheel", stopFollowing, { passive: true });
    this.index.changed(editor.state.doc);
    this.index.refresh();
    // Whoever only reads is where they look.
    const stopLooking = this.inView.subscribe(
      () => !editor.isEditable && this.#tellPlace(this.inView.get()),
    );
    this.editor.set(editor);
    return () => {
      stopLooking();
      awareness.off("change", this.#keepInSight);
      window.removeEventListener("wheel", stopFollowing);
      this.editor.set(null);
      this.menu.set(null);
      this.suggestion.set(null);
      editor.destroy();
    };
  }

  close(): void {
    if (this.#rest) clearTimeout(this.#rest);
    this.index.stop();
    this.session.close();
  }

  readonly levels = (): readonly AuthorityLevel[] => this.options.levels;
  readonly titleOf = (id: string): string | null => this.index.index().titles.get(id) ?? null;
  readonly onTitles = (listener: () => void): (() => void) => this.index.onTitles(listener);
  readonly canEdit = (): boolean => this.editor.get()?.isEditable ?? false;

  readonly openMenu = (request: MenuRequest): void => {
    if (this.canEdit()) this.menu.set(request);
  };

  readonly addPart = (pos: number, part: "message" | "response"): void => {
    const editor = this.editor.get();
    const example = editor?.state.doc.nodeAt(pos);
    if (!editor?.isEditable || example?.type.name !== "example") return;
    const make = newBlocks(editor.schema);
    let at = pos + example.nodeSize - 1;
    let node = part === "response" ? make.response(null) : make.message("user");
    let comparison: { pos: number; count: number } | null = null;
    example.forEach((child, offset) => {
      if (child.type.name === "comparison")
        comparison = { pos: pos + 1 + offset, count: child.childCount };
    });
    const found = comparison as { pos: number; count: number } | null;
    if (part === "response") {
      if (found && found.count >= MOST_RESPONSES)
        return this.say("A comparison holds up to five responses.");
      if (found) at = found.pos + (editor.state.doc.nodeAt(found.pos)?.nodeSize ?? 2) - 1;
      else node = make.comparison();
    } else if (found) at = found.pos;
    const tr = editor.state.tr.insert(at, node);
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
    editor.view.dispatch(tr);
    editor.view.focus();
  };

  /** Moves a section with all under it. Others may be writing in it, so that needs a connection. */
  move(uid: string, move: SectionMove): void {
    const editor = this.editor.get();
    if (!editor?.isEditable) return;
    if (this.session.view().condition.kind === "offline") {
      return this.say(
        "Moving a section needs a connection, because others may be writing in it. Try again when it is back.",
      );
    }
    const title = this.index.index().lines.find((line) => line.uid === uid)?.title || "The section";
    const tr = moveSection(editor.state, uid, move);
    if (!tr) return this.say(`${title} cannot go further that way.`);
    editor.view.dispatch(tr);
    this.index.refresh();
    this.say(`${title} was moved. ${placeWords(this.index.index().lines, uid)}`);
  }

  /** Begins a section at the end of the text. */
  addSection(): void {
    const editor = this.editor.get();
    if (!editor?.isEditable) return;
    const { doc, tr, schema } = editor.state;
    const level = this.index.index().lines.at(-1)?.level ?? 1;
    const end = doc.content.size;
    tr.insert(end, newBlocks(schema).heading(level));
    tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView();
    editor.view.dispatch(tr);
    editor.view.focus();
  }

  /** The menu of the block around the caret: all that its tools do, by keyboard. */
  openBlockMenu(): void {
    const editor = this.editor.get();
    if (!editor) return;
    const unit = unitAt(editor.state.doc, editor.state.selection.from);
    if (!unit) return;
    const kind = MENU_OF[unit.node.type.name] ?? "block";
    const dom = editor.view.nodeDOM(unit.pos);
    if (dom instanceof Element)
      this.openMenu({ kind, pos: unit.pos, anchor: caretAnchor(editor) ?? dom });
  }

  /** Takes one to a section, an example or any block with a uid. */
  goTo(uid: string, options: { select?: boolean } = {}): void {
    const editor = this.editor.get();
    const pos = editor ? placeOfUid(editor.state.doc, uid) : null;
    if (!editor || pos === null) return;
    if (options.select !== false) {
      const near = TextSelection.near(editor.state.doc.resolve(pos + 1));
      editor.view.dispatch(editor.state.tr.setSelection(near));
      editor.view.focus();
    }
    const dom = editor.view.nodeDOM(pos);
    if (dom instanceof Element) dom.scrollIntoView({ block: "start" });
  }

  /** Keeps the caret of a person in sight, until one writes or scrolls oneself. */
  follow(personId: string | null): void {
    this.following.set(personId);
    this.#keepInSight();
  }

  readonly #keepInSight = (): void => {
    const person = this.session.view().people.find(({ id }) => id === this.following.get());
    const editor = this.editor.get();
    if (!person || !editor) return;
    const states = this.session.awareness.getStates();
    for (const client of person.clients) {
      const head = (states.get(client)?.["cursor"] as { head?: unknown } | undefined)?.head;
      const pos = head ? placeOfCursor(editor, head) : null;
      if (pos === null) continue;
      const { top, bottom } = editor.view.coordsAtPos(pos);
      const isSeen = top > 160 && bottom < window.innerHeight - 80;
      if (!isSeen) window.scrollBy({ top: top - window.innerHeight / 3, behavior: "smooth" });
      return;
    }
  };

  /** Back to the text when a layer closed, after the layer itself is gone. */
  focusSoon(): void {
    setTimeout(() => {
      const open = this.menu.get() !== null || this.form.get() !== null;
      if (!open && !document.querySelector("[role=dialog]")) this.editor.get()?.view.focus();
    });
  }

  /** The uids of a block and of everything in it. */
  uidsInside(uid: string): Set<string> {
    const found = new Set([uid]);
    const doc = this.editor.get()?.state.doc;
    const pos = doc ? placeOfUid(doc, uid) : null;
    const block = pos === null ? null : doc?.nodeAt(pos);
    block?.descendants((node) => {
      if (typeof node.attrs["uid"] === "string") found.add(node.attrs["uid"]);
    });
    return found;
  }

  say(words: string): void {
    this.spoken.set("");
    queueMicrotask(() => this.spoken.set(words));
  }

  /** Editing and reading are two states; in reading nobody sees a caret of ours. */
  setMode(mode: Mode): void {
    this.mode.set(mode);
    this.editor.get()?.setEditable(mode === "editing");
    if (mode === "editing") return;
    this.session.awareness.setLocalStateField("cursor", null);
    this.session.awareness.setLocalStateField("section", null);
  }

  /** The open list of suggestions takes the keys that go through it. */
  takeSuggestKeys(take: (key: SuggestKey) => boolean): void {
    this.#onSuggestKey = take;
  }

  openLink(): void {
    this.#openAtCaret("link");
  }

  #openAtCaret(kind: MenuKind): void {
    const editor = this.editor.get();
    const anchor = editor && caretAnchor(editor);
    if (editor && anchor) this.openMenu({ kind, pos: editor.state.selection.from, anchor });
  }

  #readyToLeave(): void {
    this.#isLeaving = true;
    this.say("Press Tab to leave the text.");
  }

  #followed(editor: Editor, transaction: Transaction): void {
    if (transaction.docChanged) this.index.changed(editor.state.doc);
    if (transaction.docChanged && !isFromOutside(transaction)) this.following.set(null);
    if (!transaction.docChanged && !transaction.selectionSet) return;
    if (transaction.selectionSet) this.#isLeaving = false;
    const { empty } = editor.state.selection;
    if (empty) this.hasSelection.set(false);
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (editor.isDestroyed) return;
      this.hasSelection.set(!editor.state.selection.empty && editor.isFocused);
      this.#look(editor);
    }, REST_MS);
  }

  #look(editor: Editor): void {
    const { doc, selection } = editor.state;
    const sectionUid = (headingAt(doc, selection.from)?.node.attrs["uid"] as string | null) ?? null;
    const unit = unitAt(doc, selection.from);
    const top = selection.$from.depth > 0 ? selection.$from.node(1) : null;
    const next: Here = {
      sectionUid,
      unit: unit && {
        type: unit.node.type.name,
        uid: (unit.node.attrs["uid"] as string | null | undefined) ?? null,
        pos: unit.pos,
      },
      exampleUid: top?.type.name === "example" ? (top.attrs["uid"] as string | null) : null,
    };
    const before = this.here.get();
    if (JSON.stringify(before) !== JSON.stringify(next)) this.here.set(next);
    // Before the caret was ever put somewhere, nobody is anywhere.
    if (editor.isEditable && editor.isFocused) this.#tellPlace(sectionUid);
  }

  #tellPlace(sectionUid: string | null): void {
    const { awareness } = this.session;
    if (awareness.getLocalState()?.["section"] === sectionUid) return;
    awareness.setLocalStateField("section", sectionUid);
  }
}

const MOST_RESPONSES = 5;

const MENU_OF: Record<string, MenuKind> = {
  heading: "section",
  example: "example",
  message: "role",
  response: "response",
  commentary: "commentary",
  tableRow: "table",
};

/** Where a section stands now, for somebody who cannot see it move. */
function placeWords(lines: readonly OutlineLine[], uid: string): string {
  const line = lines.find((one) => one.uid === uid);
  return line ? `It is now ${line.number}.` : "";
}

/** The element around the caret: a place beside which a menu can open. */
function caretAnchor(editor: Editor): Element | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  return node instanceof Element ? node : node.parentElement;
}
