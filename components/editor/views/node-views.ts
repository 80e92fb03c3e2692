import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { NodeViewConstructor } from "@tiptap/pm/view";
import type { BaseView } from "./base-view";
import { CommentaryView } from "./commentary-view";
import { ComparisonView, ExampleView } from "./example-view";
import { LiteralView } from "./literal-view";
import { markerView } from "./marker-view";
import { ReferenceView } from "./reference-view";
import { ResponseView } from "./response-view";
import { SectionView } from "./section-view";
import type { ViewHost } from "./view-host";

type ViewClass = new (...given: ConstructorParameters<typeof SectionView>) => BaseView;

/** Shows headings, examples and references with their tools. Plain DOM: a spec has thousands of them. */
export function nodeViews(host: ViewHost) {
  const of =
    (View: ViewClass): NodeViewConstructor =>
    (node, view, getPos) =>
      new View(node, view, getPos, host);
  return Extension.create({
    name: "nodeViews",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("nodeViews"),
        props: {
          nodeViews: {
            heading: of(SectionView),
            example: of(ExampleView),
            comparison: of(ComparisonView),
            message: of(LiteralView),
            body: of(LiteralView),
            response: of(ResponseView),
            commentary: of(CommentaryView),
            crossReference: (node, _view, getPos) => new ReferenceView(node, getPos, host),
            evaluationMarker: (node) => markerView(node, host),
          },
        },
      }),
    ],
  });
}
