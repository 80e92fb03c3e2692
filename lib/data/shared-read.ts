/**
 * Makes a read of public figures that whoever asks meanwhile shares: many readers at once cost the
 * database no more than one. Nothing is kept once it is there, so nobody sees an answer older than the time
 * that it takes to read it.
 *
 * @param read Must give the same to everybody who asks with the same key.
 */
export function sharedRead<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key) => {
    const known = underWay.get(key);
    if (known) return known;
    const reading = read(key).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
}
