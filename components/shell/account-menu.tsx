"use client";

import { LogOut } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";

export interface Account {
  person: { id: string; name: string } | null;
  /** A server action. */
  signOut: () => Promise<unknown>;
  signInHref: string;
  /** Pages of one's own, above "Sign out". */
  links?: { label: string; href: string }[];
}

/** Who is signed in, and the way out; or the way in. */
export function AccountMenu({ person, signOut, signInHref, links = [] }: Account) {
  const [leaving, startLeaving] = useTransition();
  if (!person) {
    return (
      <ButtonLink href={signInHref} size="sm">
        Sign in
      </ButtonLink>
    );
  }
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          pending={leaving}
          aria-label={`Account of ${person.name}`}
          className="size-9 rounded-full p-0"
        >
          {!leaving && <Avatar person={person} decorative />}
        </Button>
      }
    >
      <MenuLabel>Signed in as {person.name}</MenuLabel>
      {links.map((link) => (
        <MenuItem key={link.href} asChild>
          <Link href={link.href}>{link.label}</Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        onSelect={() =>
          startLeaving(async () => {
            await signOut();
          })
        }
      >
        <LogOut aria-hidden className="text-ink-muted" />
        Sign out
      </MenuItem>
    </Menu>
  );
}
