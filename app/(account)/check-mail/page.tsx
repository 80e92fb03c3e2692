import type { Metadata } from "next";
import Link from "next/link";
import { AccountCard } from "@/components/account/account-card";

export const metadata: Metadata = { title: "Check your mail" };

export default function CheckMailPage() {
  return (
    <AccountCard
      title="Check your mail"
      lead="We have sent you a mail. If it holds a link, it works once, for 20 minutes, best in this browser."
      aside={
        <>
          Nothing there after a few minutes? Look among unwanted mail, or{" "}
          <Link className="link" href="/sign-in">
            try again
          </Link>
          .
        </>
      }
    >
      <p className="text-pretty text-ink-muted">You can close this page.</p>
    </AccountCard>
  );
}
