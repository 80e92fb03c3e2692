import { ActionButton } from "@/components/account/action-button";
import { connectProvider } from "./actions";

/** Whether an account at the OpenID provider signs in here. */
export function ProviderPart({ name, connected }: { name: string; connected: boolean }) {
  if (connected) return <p>Your account at {name} signs you in here.</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-pretty text-ink-muted">
        Connect your account at {name}, and it signs you in here too.
      </p>
      <ActionButton action={connectProvider} input={{}}>
        Connect {name}
      </ActionButton>
    </div>
  );
}
