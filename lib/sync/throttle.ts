/**
 * Lets something happen at a steady rate, with bursts: a bucket that fills with time and is emptied by
 * use. Who takes too much waits; nothing is thrown away.
 */
export class Throttle {
  private level: number;
  private at = performance.now();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.level = burst;
  }

  /** @returns For how many milliseconds the next use should wait; 0 when there is no need. */
  spend(amount: number): number {
    const now = performance.now();
    this.level = Math.min(this.burst, this.level + ((now - this.at) / 1_000) * this.perSecond);
    this.at = now;
    this.level -= amount;
    return this.level >= 0 ? 0 : Math.ceil((-this.level / this.perSecond) * 1_000);
  }
}
