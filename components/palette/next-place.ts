/** Where an arrow key leads in a list of `count` places; null for other keys. The ends meet. */
export function nextPlace(key: string, active: number, count: number) {
  if (count === 0) return null;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  return null;
}
