import type pg from "pg";

/**
 * Gives the application's role, where there is one, what it needs and no more: it reads and writes
 * rows, and can neither change a table nor switch off a guard. Tables that are append-only (by a
 * trigger on refuse_change, see the migrations) it may read and add to (QUALITY A9, A10).
 *
 * An outside database may have one role for everything; the triggers then stand alone.
 */
export async function grantToApplication(owner: pg.Client, role: string): Promise<void> {
  const { rowCount } = await owner.query(
    "SELECT FROM pg_roles WHERE rolname = $1 AND rolname <> current_user",
    [role],
  );
  if (rowCount === 0) return;
  const name = owner.escapeIdentifier(role);
  await owner.query(`
    GRANT USAGE ON SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${name};
  `);
  const { rows } = await owner.query<{ table: string }>(APPEND_ONLY);
  for (const { table } of rows) await owner.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${name}`);
}

const APPEND_ONLY = `
  SELECT DISTINCT tgrelid::regclass::text AS table
  FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
  WHERE proname = 'refuse_change' AND NOT tgisinternal`;
