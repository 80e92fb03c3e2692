"use client";

import { Eye, Pencil } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { useDesk, useIndex } from "../desk-context";
import { useStore } from "../use-store";
import { usePresence } from "./use-presence";

const SHOWN = 4;

/** Who is here: avatars, and pressed, a list with where everybody is and a way to follow them. */
export function PeopleRow() {
  const desk = useDesk();
  const people = usePresence();
  const { lines } = useIndex();
  const following = useStore(desk.following.person);
  const [open, setOpen] = useState(false);
  if (people.length === 0) return null;
  const titleOf = (uid: string) => lines.find((line) => line.uid === uid)?.title;
  const words = people.length === 1 ? "Only you are here" : `${people.length} people are here`;
  return (
    <Popover
      label="People here"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={words}
          className="flex min-h-8 items-center rounded-full px-1 hover:bg-sunken"
        >
          {people.slice(0, SHOWN).map((person, index) => (
            <Avatar
              key={person.id}
              person={person}
              size="sm"
              decorative
              className={cn(
                "ring-2 ring-surface",
                index > 0 && "-ms-1.5",
                !person.canWrite && "outline outline-dotted outline-line-strong",
              )}
            />
          ))}
          {people.length > SHOWN && (
            <span className="ms-1 text-xs text-ink-muted">+{people.length - SHOWN}</span>
          )}
        </button>
      }
    >
      <p className="mb-2 font-semibold">{words}</p>
      <ul className="flex flex-col gap-2">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-2.5">
            <Avatar person={person} size="sm" decorative />
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                {person.isMe ? `${person.name} (you)` : person.name}
              </span>
              <span className="flex items-center gap-1 truncate text-xs text-ink-muted">
                {person.canWrite ? (
                  <Pencil aria-label="Can write" className="size-3" />
                ) : (
                  <Eye aria-label="Reads" className="size-3" />
                )}
                <span className="truncate">
                  {person.sections.map(titleOf).find(Boolean) ??
                    (person.canWrite ? "Can write" : "Reading")}
                </span>
              </span>
            </span>
            {!person.isMe && person.canWrite && (
              <Button
                size="sm"
                variant="quiet"
                aria-pressed={following === person.id}
                onClick={() => {
                  desk.following.follow(following === person.id ? null : person.id);
                  setOpen(false);
                }}
              >
                {following === person.id ? "Stop" : "Follow"}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
