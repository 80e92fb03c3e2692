import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/draft/draft-schema";
import { toDraftBlocks } from "@/lib/draft/draft-marks";
import {
  bad,
  bullets,
  clause,
  compare,
  example,
  good,
  p,
  ref,
  spec,
  strong,
  user,
} from "@/lib/spec/builders";
import { applyFields } from "./apply-fields";
import { fieldsOf, nodesOf, type ClauseFields } from "./clause-fields";

const { content } = spec(
  clause("a", "A", p("See ", ref("b"), " and ", strong("mind"), "."), bullets("one", "two")),
  example("Hard", user("Is it?"), compare(good("Yes."), bad("No."))),
  clause("b", "B", "Other."),
);
const state = EditorState.create({
  doc: draftSchema.nodeFromJSON({ type: "doc", content: toDraftBlocks(content) }),
});
const uid = String(state.doc.child(0).attrs["uid"]);
const opened = fieldsOf(state.doc, uid)!;
const save = (wanted: ClauseFields, on = state) =>
  applyFields(on.tr, opened, wanted, nodesOf(state.doc, uid));

describe("a clause as fields", () => {
  it("shows prose as Markdown and examples by their parts", () => {
    expect(opened.title).toBe("A");
    expect(
      opened.blocks.map((block) => (block.kind === "prose" ? block.markdown : block.title)),
    ).toEqual(["See [?](#b) and **mind**.", "- one\n- two", "Hard"]);
  });

  it("changes nothing when nothing was changed", () => {
    expect(save(structuredClone(opened)).tr.docChanged).toBe(false);
  });

  it("changes one field and nothing beside it", () => {
    const wanted = structuredClone(opened);
    const list = wanted.blocks[1]!;
    if (list.kind === "prose") list.markdown = "- one\n- two and more";
    const { tr, conflicts } = save(wanted);
    expect(conflicts).toEqual([]);
    const changed = tr.doc.content.content.filter((node, index) => node !== state.doc.child(index));
    expect(changed.map((node) => node.textContent)).toEqual(["onetwo and more"]);
    expect(changed[0]!.attrs["uid"]).toBe(state.doc.child(2).attrs["uid"]);
    expect(changed[0]!.child(1).attrs["uid"]).toBe(state.doc.child(2).child(1).attrs["uid"]);
  });

  it("sets authority, verdict and words of a response, and adds a text at the end", () => {
    const wanted = structuredClone(opened);
    wanted.authority = "user";
    const case1 = wanted.blocks[2]!;
    if (case1.kind === "example") {
      case1.responses[1] = { ...case1.responses[1]!, violates: "b", reason: "Too *short*." };
    }
    wanted.blocks.push({ kind: "prose", key: "new-1", markdown: "Added." });
    const { tr } = save(wanted);
    const { doc } = state.apply(tr);
    expect(doc.child(0).attrs["authority"]).toBe("user");
    expect(doc.child(4).textContent).toBe("Added.");
    const response = doc.child(3).lastChild!.child(1);
    expect(response.attrs["violates"]).toBe("b");
    expect(response.firstChild!.textContent).toBe("Too short.");
  });

  it("leaves what somebody else changed meanwhile as they wrote it", () => {
    const theirs = state.apply(state.tr.insertText("Theirs. ", state.doc.child(0).nodeSize + 1));
    const wanted = structuredClone(opened);
    const first = wanted.blocks[0]!;
    if (first.kind === "prose") first.markdown = "Mine.";
    const { tr, conflicts } = save(wanted, theirs);
    expect(conflicts).toHaveLength(1);
    expect(tr.doc.textContent).toContain("Theirs.");
    expect(tr.doc.textContent).not.toContain("Mine.");
  });
});
