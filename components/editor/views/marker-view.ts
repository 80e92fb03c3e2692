import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { h } from "./dom";
import type { ViewHost } from "./view-host";

/** The sign of a sentence that is tested; pressed, it shows by what. */
export function markerView(node: Node, host: ViewHost): NodeView {
  const id = String(node.attrs["id"]);
  const dom = h(
    "span",
    { class: "ed-marker", contenteditable: "false", title: "Evaluation prompts" },
    id,
  );
  dom.addEventListener("click", () => host.openPrompts(id));
  return { dom, ignoreMutation: () => true };
}
