import { cn } from "@/components/ui/cn";
import { ROLE_SUMMARY, ROLES } from "@/lib/policy/role";
import { ROLE_NAMES } from "./role-names";

/** What each role may do. */
export function RoleLegend({ className }: { className?: string }) {
  return (
    <section className={cn("max-w-prose", className)}>
      <h2 className="mb-2 font-semibold">What the roles mean</h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        {ROLES.map((role) => (
          <div key={role} className="contents">
            <dt>{ROLE_NAMES[role]}</dt>
            <dd className="text-ink-muted">{ROLE_SUMMARY[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
