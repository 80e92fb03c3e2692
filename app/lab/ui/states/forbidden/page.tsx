import { forbidden } from "next/navigation";

/** Refuses everyone, to show what a refusal looks like. */
export default function RefusedPage() {
  forbidden();
}
