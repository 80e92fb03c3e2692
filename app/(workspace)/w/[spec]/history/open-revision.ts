import { notFound } from "next/navigation";
import { getRevision, type RevisionView } from "@/lib/data/revisions";
import { NotFound } from "@/lib/errors";
import { openSpec, type SpecPageProps } from "../spec-frame";

export interface RevisionPageProps extends SpecPageProps {
  params: Promise<{ spec: string; number: string }>;
}

/** Who is asking, for which spec and which of its revisions. */
export async function openRevision(props: RevisionPageProps, place = "") {
  const { number } = await props.params;
  const opened = await openSpec(props, `/history/${encodeURIComponent(number)}${place}`);
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  const revision: RevisionView = await getRevision(
    opened.signedIn.actor,
    opened.spec.id,
    Number(number),
  ).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return { ...opened, revision };
}

export const revisionTitle = ({ name, number }: RevisionView) => name ?? `Revision ${number}`;
