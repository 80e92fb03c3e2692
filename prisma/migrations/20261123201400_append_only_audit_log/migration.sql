-- What Prisma's schema cannot say: rows that are for ever, and rules about values.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Table % is append-only: its rows are neither changed nor deleted.', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "AuditEvent_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "AuditEvent"
  ADD CONSTRAINT "AuditEvent_seq_positive" CHECK (seq > 0),
  ADD CONSTRAINT "AuditEvent_hash_hex"
    CHECK (hash ~ '^[0-9a-f]{64}$' AND "previousHash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_canonical" CHECK (email = lower(email) AND email ~ '^[\x21-\x7e]+$');

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_offers_something"
    CHECK (administrator OR ("specId" IS NOT NULL AND role IS NOT NULL));

ALTER TABLE "Spec"
  ADD CONSTRAINT "Spec_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "AuthorityLevel"
  ADD CONSTRAINT "AuthorityLevel_rank_not_negative" CHECK (rank >= 0);
