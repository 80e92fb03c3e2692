/** What is chosen in each field of a filter of threads; empty where nothing is. */
export interface FilterWords {
  status: string;
  kind: string;
  clause: string;
  release: string;
  /** The release in which the text changed. */
  landed: string;
  /** In the inbox: who looks after it, and how many days it is old at least. */
  care: string;
  age: string;
  sort: string;
  words: string;
}
