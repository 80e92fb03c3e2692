import { BookOpen, GitCompare, LayoutGrid, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { WorkShell } from "@/components/shell/work-shell";
import { pretendSignOut } from "./actions";
import { LabPalette } from "./lab-palette";
import { PERSON } from "./samples";

const PLACES = [
  {
    title: "Lab",
    items: [
      { label: "Components", href: "/lab/ui", icon: <LayoutGrid aria-hidden /> },
      { label: "Comparison", href: "/lab/diff", icon: <GitCompare aria-hidden /> },
      { label: "Reading", href: "/lab/ui/reading", icon: <BookOpen aria-hidden /> },
      { label: "States", href: "/lab/ui/states", icon: <TriangleAlert aria-hidden />, count: 5 },
    ],
  },
];

/** The working frame, with the gallery's own places. */
export function LabFrame({ page, children }: { page: string; children: ReactNode }) {
  return (
    <LabPalette>
      <WorkShell
        account={{
          person: PERSON,
          signOut: pretendSignOut,
          signInHref: "/lab/ui",
          links: [{ label: "Account", href: "/lab/ui" }],
        }}
        crumbs={[
          { label: "Precept", href: "/" },
          { label: "Lab", href: "/lab/ui" },
          { label: page },
        ]}
        actions={<PaletteButton />}
        navigation={PLACES}
      >
        {children}
      </WorkShell>
    </LabPalette>
  );
}
