import Link from "next/link";
import { LabFrame } from "../lab-frame";

const STATES = [
  ["/lab/ui/states/broken", "A page that fails"],
  ["/lab/ui/states/forbidden", "A page one may not open"],
  ["/lab/ui/states/nowhere", "An address with nothing behind it"],
] as const;

export default function StatesPage() {
  return (
    <LabFrame page="States">
      <h1 className="mb-4 font-serif text-2xl font-semibold">States</h1>
      <ul className="flex flex-col gap-2">
        {STATES.map(([href, words]) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="link">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </LabFrame>
  );
}
