/**
 * Runs something before Ctrl-C or SIGTERM ends the process.
 *
 * @returns Takes it back: afterwards the signals end the process at once, or whoever listens decides.
 */
export function onInterrupt(clean: () => Promise<void>): () => void {
  let started = false;
  const handle = () => {
    // npm passes on a Ctrl-C that the terminal has sent already.
    if (started) return;
    started = true;
    clean().then(
      () => process.exit(130),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  return () => {
    process.off("SIGINT", handle);
    process.off("SIGTERM", handle);
  };
}
