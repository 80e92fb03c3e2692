import type { FormerId } from "./reading-facts";

/** Where links with an older id arrive; says so only to those who come by one. */
export function FormerIds({ ids }: { ids: readonly FormerId[] | undefined }) {
  return ids?.map(({ id, release }) => (
    <p key={id} id={id} className="former-id">
      You followed a link to <code>#{id}</code>. It has another name
      {release ? ` since ${release}` : " now"}; this is where it leads today.
    </p>
  ));
}
