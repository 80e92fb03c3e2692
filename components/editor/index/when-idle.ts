/** Runs work when the page has nothing better to do, within `atLatest` ms. Returns how to call it off. */
export function whenIdle(work: () => void, atLatest: number): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(work, { timeout: atLatest });
    return () => cancelIdleCallback(handle);
  }
  // Safari has none; a timer of its own lets key presses through between two pieces of work.
  const handle = setTimeout(work, Math.min(50, atLatest));
  return () => clearTimeout(handle);
}
