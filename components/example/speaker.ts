import type { AttributePair } from "@/lib/spec/block-json";
import type { Role } from "@/lib/spec/schema/example-blocks";

const NAMES: Record<Role, string> = {
  system: "System",
  developer: "Developer",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

export interface Speaker {
  /** `Assistant to Python`, `Browser (tool)`, `User`. */
  name: string;
  /** What else the source says: `in Korean`, `goes on`. */
  note: string | null;
}

/** Who speaks, in words. */
export function speakerOf(role: Role, attributes: readonly AttributePair[]): Speaker {
  const given = new Map(attributes);
  const recipient = given.get("recipient");
  const name = given.get("name");
  const notes = [
    given.get("comment"),
    given.get("end_turn") === "false" ? "goes on" : undefined,
  ].filter((note) => note !== undefined && note !== "");
  return {
    name: recipient
      ? `${NAMES[role]} to ${capital(recipient)}`
      : name
        ? `${capital(name)} (${NAMES[role].toLowerCase()})`
        : NAMES[role],
    note: notes.length > 0 ? notes.join(", ") : null,
  };
}

/** `python` is a name; `functions.send` is code and stays as it is. */
const capital = (name: string) =>
  name.includes(".") ? name : name.charAt(0).toUpperCase() + name.slice(1);
