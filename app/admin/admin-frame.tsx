import { ScrollText, Users } from "lucide-react";
import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { siteNavigation } from "@/app/(workspace)/navigation";
import { WorkFrame } from "@/app/work-frame";
import { requireSignIn } from "@/lib/auth/current-actor";
import type { SignedIn } from "@/lib/data/sessions";
import { canManagePeople } from "@/lib/policy/person";

/** Who is asking, when they may be here; everybody else is told that they may not. */
export async function requireAdministrator(path: string): Promise<SignedIn> {
  const signedIn = await requireSignIn(path);
  if (!canManagePeople(signedIn.actor)) forbidden();
  return signedIn;
}

export interface AdminFrameProps {
  signedIn: SignedIn;
  /** The page's own name; left out on the first page. */
  page?: string;
  children: ReactNode;
}

/** The frame of pages for administrators. */
export function AdminFrame({ signedIn, page, children }: AdminFrameProps) {
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={
        page
          ? [{ label: "Administration", href: "/admin" }, { label: page }]
          : [{ label: "Administration" }]
      }
      navigation={[
        ...siteNavigation(signedIn.actor),
        {
          title: "Administration",
          items: [
            { label: "People", href: "/admin", icon: <Users aria-hidden /> },
            { label: "Audit log", href: "/admin/audit", icon: <ScrollText aria-hidden /> },
          ],
        },
      ]}
    >
      {children}
    </WorkFrame>
  );
}
