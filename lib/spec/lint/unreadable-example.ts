import type { Rule } from "./rule";
import { walk } from "../walk";

export const unreadableExample: Rule = {
  id: "unreadable-example",
  severity: "warning",
  reason: "An example whose tags do not match is shown as source and tests nothing.",
  *check({ examples }) {
    for (const { opaque, uid, section, node } of examples) {
      if (opaque)
        yield {
          message: "The tags of this example do not match. Correct its source.",
          uid,
          section,
        };
      let stray = false;
      walk([node], (child) => {
        stray ||= child.type === "raw" && child.attrs?.["kind"] === "stray";
      });
      const message = "Text stands between the messages of this example. Put it into one of them.";
      if (stray) yield { message, uid, section };
    }
  },
};
