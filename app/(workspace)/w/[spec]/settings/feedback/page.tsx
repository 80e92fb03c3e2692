import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import {
  ConsultationForm,
  ConsultationList,
  FeedbackSettingsForm,
} from "@/components/feedback/settings-forms";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listConsultations } from "@/lib/data/consultations";
import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { canChangeFeedbackSettings } from "@/lib/policy/feedback";
import { openSpec, SpecFrame, type SpecPageProps } from "../../spec-frame";
import { announce, callOff, save } from "./actions";

export const metadata: Metadata = { title: "Taking feedback" };

export default async function FeedbackSettingsPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/settings/feedback");
  if (!canChangeFeedbackSettings(signedIn.actor, spec)) forbidden();
  const [settings, consultations] = await Promise.all([
    requirePublicSpec(db(), signedIn.actor, { id: spec.id }),
    listConsultations(spec.id),
  ]);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Taking feedback">
      <PageHeader title="Taking feedback">
        How the public can answer this spec once a release is published.
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Panel title="Comments">
          <FeedbackSettingsForm
            specId={spec.id}
            settings={{ ...settings, isOpen: settings.isSwitchedOn }}
            save={save}
          />
        </Panel>
        <Panel title="Consultations">
          {consultations.length > 0 && (
            <ConsultationList consultations={consultations} callOff={callOff} />
          )}
          <ConsultationForm specId={spec.id} announce={announce} />
        </Panel>
      </div>
    </SpecFrame>
  );
}
