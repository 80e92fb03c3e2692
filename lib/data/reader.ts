import type { db } from "./db";
import type { Transaction } from "./transaction";

/** What a read may be given: the database itself, or the transaction that the read belongs to. */
export type Reader = ReturnType<typeof db> | Transaction;
