import type { Role } from "@/lib/policy/role";

/** Roles as people read them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reader: "Reader",
  commenter: "Commenter",
  editor: "Editor",
  reviewer: "Reviewer",
  publisher: "Publisher",
};
