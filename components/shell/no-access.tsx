import type { ReactNode } from "react";
import { PageMessage } from "./page-message";

export interface NoAccessProps {
  /** Ends the sentence "You may not …": "publish releases of this spec". */
  may: string;
  /** Whom to ask, and for what. */
  children: ReactNode;
  actions?: ReactNode;
}

/** A page one may not use: what exactly, and who can change that. */
export function NoAccess({ may, children, actions }: NoAccessProps) {
  return (
    <PageMessage label="No access" title={`You may not ${may}`} actions={actions}>
      {children}
    </PageMessage>
  );
}
