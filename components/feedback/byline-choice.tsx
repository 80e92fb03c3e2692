import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";

export interface BylineChoiceProps {
  /** The name of the account. */
  name: string;
  byline: { pseudonym: string | null; showsName: boolean; organisation: string };
}

/** How one is named in public. A pseudonym unless one chooses otherwise. */
export function BylineChoice({ name, byline }: BylineChoiceProps) {
  const options = [
    {
      value: "pseudonym",
      label: byline.pseudonym ?? "A reader with a number",
      hint: "Says nothing about who you are.",
    },
    { value: "name", label: name, hint: "The name of your account." },
  ];
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium">What do others see as your name?</legend>
        <div className="grid gap-2">
          {options.map(({ value, label, hint }) => (
            <label
              key={value}
              className="flex cursor-pointer gap-2.5 rounded-md border border-line bg-raised px-3 py-2.5 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-wash has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus"
            >
              <input
                type="radio"
                name="byline"
                value={value}
                defaultChecked={(value === "name") === byline.showsName}
                className="mt-0.5 size-4 shrink-0 accent-accent-fill"
              />
              <span>
                <span className="block font-medium">{label}</span>
                <span className="block text-sm text-ink-muted">{hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-col gap-1.5">
        <label htmlFor="organisation" className="font-medium">
          Whom do you speak for?
          <span className="ms-1.5 font-normal text-ink-muted">optional</span>
        </label>
        <input
          id="organisation"
          name="organisation"
          maxLength={120}
          defaultValue={byline.organisation}
          aria-describedby="organisation-hint"
          className={cn(controlStyle, "h-9")}
        />
        <p id="organisation-hint" className="text-sm text-ink-muted">
          An organisation or a trade, such as “librarian”. It is shown as your own statement.
        </p>
      </div>
    </>
  );
}
