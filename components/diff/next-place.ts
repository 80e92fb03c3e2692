/**
 * The place to go to: from where the focus is, or else from what is at the top of the window. Ends meet.
 *
 * @param places All places of the page, in its order.
 * @returns Its index; -1 when there is none.
 */
export function nextPlace(places: readonly HTMLElement[], step: 1 | -1): number {
  const { length } = places;
  if (length === 0) return -1;
  const held = places.findIndex((place) => place === document.activeElement);
  if (held >= 0) return (held + step + length) % length;
  const below = places.findIndex((place) => place.getBoundingClientRect().top > 0);
  if (step === 1) return below < 0 ? 0 : below;
  return ((below < 0 ? length : below) - 1 + length) % length;
}
