import type { ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { DemoBanner } from "@/components/shell/demo-banner";
import type { NavSection } from "@/components/shell/side-navigation";
import { WorkShell } from "@/components/shell/work-shell";
import type { Crumb } from "@/components/ui/breadcrumb";
import type { SignedIn } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { canCreateSpec } from "@/lib/policy/spec";
import { IdentityGate } from "./identity-gate";
import { DEMO_WORDS } from "./demo-words";
import { AppPalette } from "./palette";
import { shellAccount } from "./shell-account";

export interface WorkFrameProps {
  signedIn: SignedIn;
  crumbs: Crumb[];
  navigation: NavSection[];
  spec?: { slug: string; title: string };
  /** "full" gives the page all the room; the places are then in a sheet. */
  layout?: "padded" | "full";
  children: ReactNode;
}

/** The frame of every page for working: the shell with who is signed in and the command palette. */
export function WorkFrame({
  signedIn,
  crumbs,
  navigation,
  spec,
  layout,
  children,
}: WorkFrameProps) {
  const { actor } = signedIn;
  const may = { createSpecs: canCreateSpec(actor), administer: actor.isAdministrator };
  return (
    <AppPalette may={may} {...(spec ? { spec } : {})}>
      <WorkShell
        account={shellAccount(signedIn)}
        crumbs={crumbs}
        navigation={navigation}
        layout={layout}
        actions={<PaletteButton />}
        banner={env().DEMO && <DemoBanner>{DEMO_WORDS}</DemoBanner>}
      >
        <IdentityGate>{children}</IdentityGate>
      </WorkShell>
    </AppPalette>
  );
}
