"use client";

import { BookOpen, FilePlus, List, Settings, UserRound, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { PaletteItem, PaletteSearch } from "@/components/palette/palette-item";
import { PaletteProvider } from "@/components/palette/palette-provider";

export interface AppPaletteProps {
  /** What the person may reach; the pages themselves check again. */
  may: { createSpecs: boolean; administer: boolean };
  /** The spec one is in, when one is in one. */
  spec?: { slug: string; title: string };
  children: ReactNode;
}

/** The command palette with the actions of this place; specs and clauses are looked up as one types. */
export function AppPalette({ may, spec, children }: AppPaletteProps) {
  const actions: PaletteItem[] = [
    ...(spec ? specActions(spec) : []),
    {
      id: "specs",
      section: "actions",
      label: "Your specs",
      href: "/w",
      icon: <List aria-hidden />,
    },
    ...(may.createSpecs
      ? [
          {
            id: "create",
            section: "actions",
            label: "Create a spec",
            keywords: "new",
            href: "/w/new",
            icon: <FilePlus aria-hidden />,
          } as const,
        ]
      : []),
    {
      id: "account",
      section: "actions",
      label: "Your account",
      keywords: "password sessions profile",
      href: "/account",
      icon: <UserRound aria-hidden />,
    },
    ...(may.administer
      ? [
          {
            id: "admin",
            section: "actions",
            label: "Administration",
            keywords: "people audit log",
            href: "/admin",
            icon: <Users aria-hidden />,
          } as const,
        ]
      : []),
  ];
  return (
    <PaletteProvider actions={actions} search={search}>
      {children}
    </PaletteProvider>
  );
}

function specActions({ slug, title }: { slug: string; title: string }): PaletteItem[] {
  return [
    {
      id: "members",
      section: "actions",
      label: "Members",
      hint: title,
      keywords: "roles invite people",
      href: `/w/${slug}/members`,
      icon: <Users aria-hidden />,
    },
    {
      id: "levels",
      section: "actions",
      label: "Authority levels",
      hint: title,
      href: `/w/${slug}/settings/levels`,
      icon: <BookOpen aria-hidden />,
    },
    {
      id: "settings",
      section: "actions",
      label: "Settings",
      hint: title,
      keywords: "rename archive address",
      href: `/w/${slug}/settings`,
      icon: <Settings aria-hidden />,
    },
  ];
}

const search: PaletteSearch = async (query, signal) => {
  const response = await fetch(`/api/palette?q=${encodeURIComponent(query)}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return (await response.json()) as PaletteItem[];
};
