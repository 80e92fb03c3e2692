"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface SessionListItem {
  id: string;
  device: string;
  method: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

export interface SessionListProps {
  sessions: SessionListItem[];
  end: (input: { sessionId: string }) => Promise<ActionResult<void>>;
  endOthers: (input: Record<string, never>) => Promise<ActionResult<{ ended: number }>>;
}

const HOW: Readonly<Record<string, string>> = {
  password: "by password",
  mail: "by mailed link",
  openid: "by identity provider",
  invitation: "by invitation",
};

/** Where one is signed in, and the way to end it. */
export function SessionList({ sessions, end, endOthers }: SessionListProps) {
  return (
    <div className="flex flex-col gap-4">
      <ul aria-label="Where you are signed in" className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} end={end} />
        ))}
      </ul>
      {sessions.length > 1 && <EndOthers endOthers={endOthers} />}
    </div>
  );
}

function SessionRow({
  session,
  end,
}: { session: SessionListItem } & Pick<SessionListProps, "end">) {
  const { device, method, createdAt, lastSeenAt, isCurrent } = session;
  const name = device || "Unknown device";
  const Icon = /iPhone|Android/.test(device) ? Smartphone : Laptop;
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0">
      <Icon aria-hidden strokeWidth={1.5} className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {isCurrent && <Badge tone="accent">This device</Badge>}
        </p>
        <p className="text-sm text-ink-muted">
          Last seen <Time at={lastSeenAt} precise />, signed in <Time at={createdAt} />{" "}
          {HOW[method]}
        </p>
      </div>
      {!isCurrent && <EndButton session={session} name={name} end={end} />}
    </li>
  );
}

function EndButton({
  session,
  name,
  end,
}: { session: SessionListItem; name: string } & Pick<SessionListProps, "end">) {
  const router = useRouter();
  const { run, pending } = useAction(end, {
    done: `Signed out on ${name}`,
    failures: "toast",
    onDone: () => router.refresh(),
  });
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`Sign out on ${name}`}
      onClick={() => run({ sessionId: session.id })}
    >
      Sign out
    </Button>
  );
}

function EndOthers({ endOthers }: Pick<SessionListProps, "endOthers">) {
  const router = useRouter();
  const { run, pending } = useAction(endOthers, {
    done: ({ ended }) =>
      ended === 1 ? "Signed out on 1 device" : `Signed out on ${ended} devices`,
    failures: "toast",
    onDone: () => router.refresh(),
  });
  return (
    <div>
      <AlertDialog
        trigger={<Button pending={pending}>Sign out everywhere else</Button>}
        title="Sign out everywhere else?"
        description="Every device but this one has to sign in again. What was saved there stays saved."
        confirm="Sign out everywhere else"
        onConfirm={() => run({})}
      />
    </div>
  );
}
