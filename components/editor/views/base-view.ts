import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView, ViewMutationRecord } from "@tiptap/pm/view";
import type { MenuKind, ViewHost } from "./view-host";

/** What the views of nodes with tools around their words have in common. */
export abstract class BaseView implements NodeView {
  abstract dom: HTMLElement;
  abstract contentDOM: HTMLElement;

  constructor(
    protected node: Node,
    protected readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    protected readonly host: ViewHost,
  ) {}

  /** Shows what the attributes say. Called whenever they changed. */
  protected abstract show(): void;

  /** Whether the same elements can show the other node. */
  protected fits(node: Node): boolean {
    return node.type === this.node.type;
  }

  update(node: Node): boolean {
    if (!this.fits(node)) return false;
    const changed = node.attrs !== this.node.attrs;
    this.node = node;
    if (changed) this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    const target = event.target;
    return target instanceof Element && target.closest("button, [data-preview]") !== null;
  }

  /** Only the words are the editor's business; the tools around them change as they like. */
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === "selection") return false;
    return !this.contentDOM.contains(mutation.target) || mutation.target === this.dom;
  }

  protected get pos(): number {
    return this.getPos() ?? -1;
  }

  protected open(kind: MenuKind, anchor: Element): void {
    const pos = this.getPos();
    if (pos !== undefined) this.host.openMenu({ kind, pos, anchor });
  }
}
