/**
 * How many sockets are open, by address and by person (QUALITY T4). Limits hold for one process: they
 * protect its memory.
 */
export class SocketCounts {
  private readonly addresses = new Map<string, number>();
  private readonly persons = new Map<string, number>();

  constructor(
    private readonly perAddress: number,
    private readonly perPerson: number,
  ) {}

  /** @returns Call it when the socket is closed; null when there are too many. */
  countAddress(address: string): (() => void) | null {
    return count(this.addresses, address, this.perAddress);
  }

  countPerson(personId: string): (() => void) | null {
    return count(this.persons, personId, this.perPerson);
  }
}

function count(counts: Map<string, number>, key: string, most: number): (() => void) | null {
  const now = counts.get(key) ?? 0;
  if (now >= most) return null;
  counts.set(key, now + 1);
  return () => {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}
