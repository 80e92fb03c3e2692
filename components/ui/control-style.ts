/** The look of everything one types or chooses in. 16 px on phones, where iOS zooms into smaller fields. */
export const controlStyle =
  "w-full min-w-0 rounded-sm border border-line-strong bg-raised px-3 text-md text-ink sm:text-base " +
  "placeholder:text-ink-muted focus-visible:outline-offset-0 " +
  "aria-invalid:border-negative aria-invalid:outline-negative " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-muted " +
  "[&[readonly]]:bg-sunken";
