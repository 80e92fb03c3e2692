import type { Editor } from "@tiptap/core";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Severity } from "@/lib/spec/lint/rule";
import { isFromOutside } from "./binding/binding";
import { placeOfUid } from "./binding/light-binding";
import { createEditor } from "./create-editor";
import { IndexStore } from "./index/index-store";
import { lintContext } from "./index/lint-context";
import type { OutlineLine } from "./index/spec-index";
import type { Suggestion, SuggestKey } from "./keys/suggest";
import { blockMenuAtCaret, linkAtCaret } from "./menus/request-at-caret";
import { CaretPlace } from "./people/caret-place";
import { Following } from "./people/following";
import { Prompts } from "./prompts/prompts";
import { DraftSession, type DraftSessionOptions } from "./session/draft-session";
import { Store } from "./store";
import { addPart } from "./text/add-part";
import { moveSection, type SectionMove } from "./text/move-section";
import { newBlocks } from "./text/new-blocks";
import type { MenuRequest, ViewHost } from "./views/view-host";

export interface DeskOptions extends DraftSessionOptions {
  slug: string;
  title: string;
  levels: AuthorityLevel[];
  lintRules: Readonly<Record<string, Severity | "off">>;
}

export type Mode = "editing" | "reading";

/**
 * Everything of one open draft in one place: the session, the editor once the text is there, what is
 * derived from the text, and which panels are open. Panels subscribe to its stores; no key press renders
 * anything in React.
 */
export class Desk implements ViewHost {
  readonly session: DraftSession;
  readonly index: IndexStore;
  readonly caret: CaretPlace;
  readonly following: Following;
  readonly editor = new Store<Editor | null>(null);
  readonly menu = new Store<MenuRequest | null>(null);
  readonly suggestion = new Store<Suggestion | null>(null);
  readonly findings = new Store<{ uid: string; anchor: Element } | null>(null);
  readonly isFinding = new Store(false);
  /** The uid of the section that is open as a form. */
  readonly form = new Store<string | null>(null);
  readonly mode = new Store<Mode>("editing");
  /** The uid of the section at the top of the window. */
  readonly inView = new Store<string | null>(null);
  /** The section that the inspector tells about: that of the caret, or in sight when the caret is not. */
  readonly about = new Store<string | null>(null);
  /** Levels of the spec: settings, which may change while the draft is open. */
  readonly levelStore: Store<readonly AuthorityLevel[]>;
  /** One's own words that lost their place because somebody removed it meanwhile. */
  readonly stranded = new Store<readonly string[]>([]);
  /** Words for the polite live region: what a key did that one cannot see. */
  readonly spoken = new Store("");
  /** A short message for everybody. */
  readonly told = new Store<{ words: string } | null>(null);
  readonly prompts: Prompts;
  #onSuggestKey: (key: SuggestKey) => boolean = () => false;
  #isLeaving = false;

  constructor(readonly options: DeskOptions) {
    this.session = new DraftSession(options);
    this.levelStore = new Store<readonly AuthorityLevel[]>(options.levels);
    this.caret = new CaretPlace(this.session.awareness);
    this.following = new Following(this.session, this.editor.get);
    this.prompts = new Prompts(this);
    this.index = new IndexStore({
      levels: this.levels,
      lint: () =>
        lintContext(this.session.ydoc, {
          levels: [...this.levels()],
          lintRules: options.lintRules,
        }),
    });
  }

  /** Opens the text in an element. Returns how to close it. */
  mount(element: HTMLElement, canWrite: boolean): () => void {
    const editor = this.#open(element, canWrite);
    editor.on("transaction", ({ transaction }) => this.#followed(editor, transaction));
    this.prompts.joinUndo(editor);
    this.index.changed(editor.state.doc);
    this.index.refresh();
    const stopFollowing = this.following.start();
    // Whoever only reads is where they look.
    const stopLooking = this.inView.subscribe(
      () => !editor.isEditable && this.caret.tell(this.inView.get()),
    );
    this.editor.set(editor);
    this.#goToAddress();
    return () => {
      stopLooking();
      stopFollowing();
      this.editor.set(null);
      this.menu.set(null);
      this.suggestion.set(null);
      editor.destroy();
    };
  }

  /** An address may name a section: `#at-` and its uid. */
  #goToAddress(): void {
    const uid = /^#at-(.+)$/.exec(window.location.hash)?.[1];
    if (uid) this.goTo(decodeURIComponent(uid), { select: false });
  }

  #open(element: HTMLElement, canWrite: boolean): Editor {
    return createEditor({
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
      ownWords: {
        isSaved: () => !this.session.view().hasUnsaved,
        onCarried: ({ into, stranded }) => {
          if (into.length > 0)
            this.tell("A section was moved while you wrote. Your words went along.");
          if (stranded.length > 0) this.stranded.set([...this.stranded.get(), ...stranded]);
        },
      },
    });
  }

  close(): void {
    this.prompts.stop();
    this.caret.stop();
    this.index.stop();
    this.session.close();
  }

  readonly levels = (): readonly AuthorityLevel[] => this.levelStore.get();
  readonly onLevels = (listener: () => void): (() => void) => this.levelStore.subscribe(listener);
  readonly titleOf = (id: string): string | null => this.index.index().titles.get(id) ?? null;
  readonly onTitles = (listener: () => void): (() => void) => this.index.onTitles(listener);
  readonly openPrompts = (id: string): void => this.prompts.open(id);
  readonly canEdit = (): boolean => this.editor.get()?.isEditable ?? false;

  readonly openMenu = (request: MenuRequest): void => {
    if (this.canEdit()) this.menu.set(request);
  };

  readonly addPart = (
    pos: number,
    part: "message" | "response",
    editor = this.editor.get(),
  ): void => {
    const refusal = editor?.isEditable ? addPart(editor, pos, part) : null;
    if (refusal) this.tell(refusal);
  };

  /** Takes over the levels as the settings have them now, in the text and around it. */
  setLevels(levels: readonly AuthorityLevel[]): void {
    if (JSON.stringify(levels) === JSON.stringify(this.levels())) return;
    this.levelStore.set(levels);
    this.index.refresh();
    this.tell("The authority levels of this spec were changed in its settings.");
  }

  /** Moves a section with all under it. Others may be writing in it, so that needs a connection. */
  move(uid: string, move: SectionMove): void {
    const editor = this.editor.get();
    if (!editor?.isEditable) return;
    if (this.session.view().condition.kind === "offline") {
      return this.tell(
        "Moving a section needs a connection, because others may be writing in it. Try again when it is back.",
      );
    }
    const title = this.index.index().lines.find((line) => line.uid === uid)?.title || "The section";
    const tr = moveSection(editor.state, uid, move);
    if (!tr) return this.tell(`${title} cannot go further that way.`);
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

  openBlockMenu(): void {
    this.#openAt(blockMenuAtCaret);
  }

  openLink(): void {
    this.#openAt(linkAtCaret);
  }

  #openAt(ask: (editor: Editor) => MenuRequest | null): void {
    const editor = this.editor.get();
    const request = editor && ask(editor);
    if (request) this.openMenu(request);
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

  /** Back to the text, or to another editor, when a layer closed, after the layer itself is gone. */
  focusSoon(other?: Editor): void {
    setTimeout(() => {
      if (other) return this.menu.get() === null && !other.isDestroyed && other.view.focus();
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

  /** Tells everybody: a short message on the page. */
  tell(words: string): void {
    this.told.set({ words });
  }

  /** Tells who cannot see what a key did. */
  say(words: string): void {
    this.spoken.set("");
    queueMicrotask(() => this.spoken.set(words));
  }

  /** Editing and reading are two states; in reading nobody sees a caret of ours. */
  setMode(mode: Mode): void {
    this.mode.set(mode);
    this.editor.get()?.setEditable(mode === "editing");
    if (mode === "reading") this.caret.hide();
  }

  /** The open list of suggestions takes the keys that go through it. */
  takeSuggestKeys(take: (key: SuggestKey) => boolean): void {
    this.#onSuggestKey = take;
  }

  #readyToLeave(): void {
    this.#isLeaving = true;
    this.say("Press Tab to leave the text.");
  }

  #followed(editor: Editor, transaction: Transaction): void {
    const { docChanged, selectionSet } = transaction;
    if (docChanged) this.index.changed(editor.state.doc);
    if (docChanged && !isFromOutside(transaction)) this.following.stop();
    if (selectionSet) this.#isLeaving = false;
    this.caret.followed(editor, transaction);
  }
}

/** Where a section stands now, for somebody who cannot see it move. */
function placeWords(lines: readonly OutlineLine[], uid: string): string {
  const line = lines.find((one) => one.uid === uid);
  return line ? `It is now ${line.number}.` : "";
}
