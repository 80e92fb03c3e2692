/** How an author is stored. */
export interface BylineRecord {
  number: number;
  showsName: boolean;
  organisation: string;
  user: { name: string };
}

/** How an author is shown: never an id of the account, never an address. */
export interface BylineView {
  name: string;
  /** What the author says they belong to; shown as their own statement. */
  organisation: string | null;
}

export const FORMER_READER: BylineView = { name: "Former reader", organisation: null };

/** @param record Null when the account was erased. */
export function bylineView(record: BylineRecord | null | undefined): BylineView {
  if (!record) return FORMER_READER;
  const { number, showsName, organisation, user } = record;
  return {
    name: showsName && user.name ? user.name : pseudonym(number),
    organisation: organisation || null,
  };
}

export const pseudonym = (number: number) => `Reader ${number}`;
