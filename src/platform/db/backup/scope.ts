import type { Db } from '../database.ts';

/** What the product says about its tables; everything else is read from the database's catalog. */
export interface Scope {
  /** The product's version, for the manifest. */
  version: string;
  /** Tables that no backup holds, and why. All others are in it, those of later migrations too. */
  left_out: Readonly<Record<string, string>>;
  /** A role that row security lets see every row: the owner is held back by it where it is forced. */
  reader: string;
  /** Tables of which one row means that people work here already, so that nothing may be restored over them. */
  begun: readonly string[];
  /** The columns that name uploads by their sha256. */
  uploads: readonly { table: string; column: string }[];
  /** A sentence on what does not hold in the rows, or undefined: what was restored must hold as well as what was saved. */
  doubt: (db: Db) => Promise<string | undefined>;
}
