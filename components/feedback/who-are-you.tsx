import Link from "next/link";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";

export interface WhoAreYouProps {
  /** Whether an account begins with a link to its address. */
  mail: boolean;
  signUp: boolean;
  problem: string | null;
}

/** Signing up and signing in beside words that wait, as plain forms. */
export function WhoAreYou({ mail, signUp, problem }: WhoAreYouProps) {
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-measure text-md text-pretty">
        With an account you hear what becomes of your words, and nobody writes in your name. Your
        e-mail address is shown to nobody. Others see a name such as “Reader 4821”, unless you
        choose to show your own.
      </p>
      {problem && (
        <p role="alert" className="rounded-sm bg-negative-wash px-3.5 py-2.5 text-negative">
          {problem}
        </p>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        {signUp && (
          <Way
            deed="register"
            title={mail ? "Confirm an e-mail address" : "I am new here"}
            send={mail ? "Mail me a link" : "Create an account"}
          >
            {!mail && <Line id="new-name" name="name" label="Your name" autoComplete="name" />}
            <Line
              id="new-email"
              name="email"
              label="E-mail address"
              type="email"
              autoComplete="email"
            />
            {!mail && (
              <Line
                id="new-password"
                name="password"
                label="A password of 12 characters or more"
                type="password"
                autoComplete="new-password"
                minLength={12}
              />
            )}
            {mail && (
              <p className="text-sm text-ink-muted">
                Open the link in this browser within a day: your words wait here.
              </p>
            )}
          </Way>
        )}
        <Way deed="sign-in" title="I have an account" send="Sign in">
          <Line id="email" name="email" label="E-mail address" type="email" autoComplete="email" />
          <Line
            id="password"
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
          />
        </Way>
      </div>
      <p className="text-sm text-ink-muted">
        {signUp ? "Other ways: " : "New accounts here are by invitation. Other ways: "}
        <Link
          href="/sign-in?next=%2Ffeedback%2Ffinish"
          className="link inline-flex min-h-6 items-center"
        >
          all ways to sign in
        </Link>
        . Your words are kept for a day.
      </p>
    </div>
  );
}

function Way({
  deed,
  title,
  send,
  children,
}: {
  deed: string;
  title: string;
  send: string;
  children: React.ReactNode;
}) {
  return (
    <form
      method="post"
      action="/api/feedback/finish"
      className="flex flex-col gap-3.5 rounded-md border border-line bg-raised p-4"
    >
      <h2 className="font-semibold">{title}</h2>
      <input type="hidden" name="deed" value={deed} />
      {children}
      <div>
        <button type="submit" className={buttonStyle({ variant: "primary" })}>
          {send}
        </button>
      </div>
    </form>
  );
}

function Line({
  id,
  label,
  ...rest
}: React.ComponentProps<"input"> & { id: string; label: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input id={id} required {...rest} className={cn(controlStyle, "h-9")} />
    </div>
  );
}
