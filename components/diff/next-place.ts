/**
 * The place to go to: from where the focus is, or where one went last if that is still to be seen, or else
 * from what is at the top of the window. Ends meet.
 *
 * @param places All places of the page, in its order.
 * @param last Where one went last: a button that was pressed has the focus itself.
 * @returns Its index; -1 when there is none.
 */
export function nextPlace(
  places: readonly HTMLElement[],
  step: 1 | -1,
  last: HTMLElement | null,
): number {
  const { length } = places;
  if (length === 0) return -1;
  const focused = places.findIndex((place) => place === document.activeElement);
  const held = focused >= 0 ? focused : last && isSeen(last) ? places.indexOf(last) : -1;
  if (held >= 0) return (held + step + length) % length;
  const below = places.findIndex((place) => place.getBoundingClientRect().top > 0);
  if (step === 1) return below < 0 ? 0 : below;
  return ((below < 0 ? length : below) - 1 + length) % length;
}

function isSeen(place: HTMLElement): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
