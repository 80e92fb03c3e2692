import type { ActionFailure } from "@/lib/action-result";
import { Notice } from "./notice";

/**
 * The failure of a form that belongs to no single field; nothing when there is none.
 * It stands right above the button, where the eyes are after pressing it.
 */
export function FormError({ error }: { error: ActionFailure | null }) {
  if (!error) return null;
  return <Notice tone="danger" announce title={error.message} />;
}
