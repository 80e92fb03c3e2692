import Link from "next/link";
import { ChangeStepper } from "./change-stepper";
import type { DiffParts, FilterLinkProps } from "./diff-parts";

/** The parts of pages of the application. */
export const APP_PARTS: DiffParts = { Link: FilterLink, Stepper: ChangeStepper };

function FilterLink(props: FilterLinkProps) {
  return <Link scroll={false} prefetch={false} {...props} />;
}
