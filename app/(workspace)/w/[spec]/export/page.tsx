import type { Metadata } from "next";
import { ExportPanel } from "@/components/import/export-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { DRAFT, getExportable } from "@/lib/data/exports";
import { listReleases } from "@/lib/data/releases";
import { canImportIntoDraft } from "@/lib/policy/import";
import { sectionTree } from "@/lib/spec/section-tree";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";

export const metadata: Metadata = { title: "Export" };

interface ExportPageProps extends SpecPageProps {
  searchParams: Promise<{ version?: string | string[] }>;
}

export default async function ExportPage({ params, searchParams }: ExportPageProps) {
  const { signedIn, spec } = await openSpec({ params }, "/export");
  const releases = await listReleases(db(), spec.id);
  const { version } = await searchParams;
  const label = releases.find((release) => release.label === version)?.label ?? DRAFT;
  const { document } = await getExportable(signedIn.actor, spec.slug, label);
  const sections = sectionTree(document.content).sections.flatMap(({ id, title, number }) =>
    id === null ? [] : [{ id, title, number: number.join(".") }],
  );
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Export">
      <PageHeader
        title="Export"
        actions={
          canImportIntoDraft(signedIn.actor, spec) && (
            <ButtonLink href={`/w/${spec.slug}/import`}>Import into this spec</ButtonLink>
          )
        }
      >
        Take the text along, as a person reads it or as a program does.
      </PageHeader>
      <ExportPanel
        base={`/w/${spec.slug}/export`}
        version={label}
        versions={[
          { value: DRAFT, label: "Draft" },
          ...releases.map((release) => ({
            value: release.label,
            label: `Release ${release.label}`,
          })),
        ]}
        sections={sections}
      />
    </SpecFrame>
  );
}
