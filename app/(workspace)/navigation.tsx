import {
  Download,
  FileDiff,
  FilePlus,
  FileUp,
  Gavel,
  History,
  Inbox,
  Layers,
  MessagesSquare,
  MessageSquareDot,
  LayoutList,
  ListChecks,
  PenLine,
  ScrollText,
  Settings,
  Users,
} from "lucide-react";
import type { NavSection } from "@/components/shell/side-navigation";
import type { Actor } from "@/lib/policy/actor";
import { canCreateSpec } from "@/lib/policy/spec";

/** Places outside of any spec. */
export function siteNavigation(actor: Actor): NavSection[] {
  return [
    {
      items: [
        { label: "Specs", href: "/w", icon: <LayoutList aria-hidden /> },
        { label: "What waits for you", href: "/w/inbox", icon: <Inbox aria-hidden /> },
        ...(canCreateSpec(actor)
          ? [
              { label: "Create a spec", href: "/w/new", icon: <FilePlus aria-hidden /> },
              { label: "Import a spec", href: "/w/import", icon: <FileUp aria-hidden /> },
            ]
          : []),
      ],
    },
  ];
}

/** Places inside one spec. */
export function specNavigation(slug: string): NavSection[] {
  const at = (place = "") => `/w/${slug}${place}`;
  return [
    {
      items: [
        { label: "Overview", href: at(), icon: <LayoutList aria-hidden /> },
        { label: "Draft", href: at("/edit"), icon: <PenLine aria-hidden /> },
        { label: "History", href: at("/history"), icon: <History aria-hidden /> },
        { label: "Compare", href: at("/compare"), icon: <FileDiff aria-hidden /> },
        { label: "Releases", href: at("/releases"), icon: <ScrollText aria-hidden /> },
        { label: "Feedback", href: at("/feedback"), icon: <MessagesSquare aria-hidden /> },
        { label: "Members", href: at("/members"), icon: <Users aria-hidden /> },
        { label: "Export", href: at("/export"), icon: <Download aria-hidden /> },
      ],
    },
    {
      title: "Set up",
      items: [
        { label: "Authority levels", href: at("/settings/levels"), icon: <Layers aria-hidden /> },
        {
          label: "Taking feedback",
          href: at("/settings/feedback"),
          icon: <MessageSquareDot aria-hidden />,
        },
        { label: "Review rules", href: at("/settings/review"), icon: <Gavel aria-hidden /> },
        { label: "Writing rules", href: at("/settings/rules"), icon: <ListChecks aria-hidden /> },
        { label: "Settings", href: at("/settings"), icon: <Settings aria-hidden /> },
      ],
    },
  ];
}
