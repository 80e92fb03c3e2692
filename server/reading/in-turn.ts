/**
 * Does one thing after the other: drawing a page costs a processor that serves editors, too. What fails
 * holds up nothing behind it.
 */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
