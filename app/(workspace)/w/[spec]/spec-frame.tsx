import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { WorkFrame } from "@/app/work-frame";
import { Notice } from "@/components/ui/notice";
import { requireSignIn } from "@/lib/auth/current-actor";
import type { SignedIn } from "@/lib/data/sessions";
import { findMovedSpec, getSpec, type SpecView } from "@/lib/data/specs";
import { NotFound } from "@/lib/errors";
import { specNavigation } from "../../navigation";

export interface SpecPageProps {
  params: Promise<{ spec: string }>;
}

/**
 * Who is asking and for which spec. Without a sign-in it leads there; a spec one may not see is
 * "not found", as one that does not exist. The address of before a renaming leads to the one of today.
 *
 * @param place The rest of the address after the spec, such as "/members".
 */
export async function openSpec(
  { params }: SpecPageProps,
  place = "",
): Promise<{ signedIn: SignedIn; spec: SpecView }> {
  const { spec: slug } = await params;
  const signedIn = await requireSignIn(`/w/${slug}${place}`);
  const spec = await getSpec(signedIn.actor, slug).catch(async (error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    const now = await findMovedSpec(signedIn.actor, slug);
    if (now === null) notFound();
    redirect(`/w/${now}${place}`);
  });
  return { signedIn, spec };
}

export interface SpecFrameProps {
  signedIn: SignedIn;
  spec: SpecView;
  /** The page's own name; left out on the overview. */
  page?: string;
  /** Pages between the overview and this one. */
  parents?: { label: string; href: string }[];
  layout?: "padded" | "full";
  children: ReactNode;
}

/** The frame of every page inside a spec. */
export function SpecFrame({
  signedIn,
  spec,
  page,
  parents = [],
  layout,
  children,
}: SpecFrameProps) {
  const here = page ? [{ label: page }] : [];
  return (
    <WorkFrame
      signedIn={signedIn}
      spec={spec}
      crumbs={[
        { label: "Specs", href: "/w" },
        page ? { label: spec.title, href: `/w/${spec.slug}` } : { label: spec.title },
        ...parents,
        ...here,
      ]}
      navigation={specNavigation(spec.slug)}
      layout={layout}
    >
      {spec.isArchived && (
        <Notice tone="caution" title="This spec is archived" className="mb-6">
          It can be read and not changed. A publisher can restore it in its settings.
        </Notice>
      )}
      {children}
    </WorkFrame>
  );
}
