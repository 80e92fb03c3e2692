import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ArchivePanel } from "@/components/spec/archive-panel";
import { GeneralSettingsForm } from "@/components/spec/general-settings-form";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { canArchiveSpec, canChangeSpecSettings, canRestoreSpec } from "@/lib/policy/spec";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { archive, rename, restore } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/settings");
  const { actor } = signedIn;
  const mayArchive = canArchiveSpec(actor, spec) || canRestoreSpec(actor, spec);
  if (!canChangeSpecSettings(actor, spec) && !mayArchive) forbidden();
  const { id, title, slug, summary, isArchived } = spec;
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Settings">
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-6">
        {canChangeSpecSettings(actor, spec) && (
          <Panel title="Name and address">
            <GeneralSettingsForm
              key={`${title} ${slug} ${summary}`}
              spec={{ id, title, slug, summary }}
              rename={rename}
            />
          </Panel>
        )}
        {mayArchive && (
          <Panel title="Archive">
            <ArchivePanel spec={{ id, title, isArchived }} archive={archive} restore={restore} />
          </Panel>
        )}
      </div>
    </SpecFrame>
  );
}
