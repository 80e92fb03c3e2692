-- CreateEnum
CREATE TYPE "ClosureKind" AS ENUM ('published', 'replaced', 'withdrawn');

-- CreateEnum
CREATE TYPE "ObjectionEndKind" AS ENUM ('lifted', 'dismissed');

-- CreateEnum
CREATE TYPE "ReviewMessageKind" AS ENUM ('comment', 'suggestion', 'resolved', 'reopened');

-- CreateEnum
CREATE TYPE "ScheduleEndKind" AS ENUM ('kept', 'cancelled', 'missed');

-- CreateTable
CREATE TABLE "ReviewSettings" (
    "specId" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,

    CONSTRAINT "ReviewSettings_pkey" PRIMARY KEY ("specId")
);

-- CreateTable
CREATE TABLE "ReviewClock" (
    "specId" UUID NOT NULL,
    "tick" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ReviewClock_pkey" PRIMARY KEY ("specId")
);

-- CreateTable
CREATE TABLE "Candidate" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "documentHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "baseId" UUID,
    "label" TEXT NOT NULL,
    "changelog" TEXT NOT NULL,
    "draftEpoch" INTEGER NOT NULL,
    "draftSeq" BIGINT NOT NULL,
    "source" BYTEA,
    "cutById" UUID NOT NULL,
    "cutAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CandidateClosure" (
    "candidateId" UUID NOT NULL,
    "kind" "ClosureKind" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',
    "nextId" UUID,

    CONSTRAINT "CandidateClosure_pkey" PRIMARY KEY ("candidateId")
);

-- CreateTable
CREATE TABLE "ReviewAssignment" (
    "candidateId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "assignedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewAssignment_pkey" PRIMARY KEY ("candidateId","userId")
);

-- CreateTable
CREATE TABLE "SectionView" (
    "specId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "change" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionView_pkey" PRIMARY KEY ("specId","userId","change")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "candidateHash" TEXT NOT NULL,
    "baseHash" TEXT,
    "reviewerId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "covers" JSONB NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "dissent" TEXT NOT NULL DEFAULT '',
    "diffVersion" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalRetraction" (
    "approvalId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ApprovalRetraction_pkey" PRIMARY KEY ("approvalId")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObjectionEnd" (
    "objectionId" UUID NOT NULL,
    "kind" "ObjectionEndKind" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ObjectionEnd_pkey" PRIMARY KEY ("objectionId")
);

-- CreateTable
CREATE TABLE "EditorialMark" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditorialMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewThread" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "uid" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewMessage" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "kind" "ReviewMessageKind" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" TEXT NOT NULL DEFAULT '',
    "replacement" TEXT,

    CONSTRAINT "ReviewMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppliedSuggestion" (
    "messageId" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "draftSeq" BIGINT NOT NULL,
    "part" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AppliedSuggestion_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "PublishSchedule" (
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "publishAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublishSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduleEnd" (
    "scheduleId" UUID NOT NULL,
    "kind" "ScheduleEndKind" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ScheduleEnd_pkey" PRIMARY KEY ("scheduleId")
);

-- CreateTable
CREATE TABLE "BreakGlass" (
    "id" UUID NOT NULL,
    "candidateId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "BreakGlass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BreakGlassConfirmation" (
    "breakGlassId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unmet" JSONB NOT NULL,

    CONSTRAINT "BreakGlassConfirmation_pkey" PRIMARY KEY ("breakGlassId")
);

-- CreateTable
CREATE TABLE "ReleaseErratum" (
    "id" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sectionId" TEXT,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReleaseErratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseWithdrawal" (
    "releaseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReleaseWithdrawal_pkey" PRIMARY KEY ("releaseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_hash_key" ON "Candidate"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_specId_number_key" ON "Candidate"("specId", "number");

-- CreateIndex
CREATE INDEX "Approval_candidateId_idx" ON "Approval"("candidateId");

-- CreateIndex
CREATE INDEX "Objection_candidateId_idx" ON "Objection"("candidateId");

-- CreateIndex
CREATE UNIQUE INDEX "EditorialMark_specId_change_key" ON "EditorialMark"("specId", "change");

-- CreateIndex
CREATE INDEX "ReviewThread_specId_candidateId_idx" ON "ReviewThread"("specId", "candidateId");

-- CreateIndex
CREATE INDEX "ReviewMessage_threadId_idx" ON "ReviewMessage"("threadId");

-- CreateIndex
CREATE INDEX "AppliedSuggestion_specId_draftSeq_idx" ON "AppliedSuggestion"("specId", "draftSeq");

-- CreateIndex
CREATE INDEX "PublishSchedule_candidateId_idx" ON "PublishSchedule"("candidateId");

-- CreateIndex
CREATE INDEX "BreakGlass_candidateId_idx" ON "BreakGlass"("candidateId");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseErratum_releaseId_number_key" ON "ReleaseErratum"("releaseId", "number");

-- AddForeignKey
ALTER TABLE "ReviewSettings" ADD CONSTRAINT "ReviewSettings_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewClock" ADD CONSTRAINT "ReviewClock_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_documentHash_fkey" FOREIGN KEY ("documentHash") REFERENCES "StoredDocument"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateClosure" ADD CONSTRAINT "CandidateClosure_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionView" ADD CONSTRAINT "SectionView_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalRetraction" ADD CONSTRAINT "ApprovalRetraction_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObjectionEnd" ADD CONSTRAINT "ObjectionEnd_objectionId_fkey" FOREIGN KEY ("objectionId") REFERENCES "Objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialMark" ADD CONSTRAINT "EditorialMark_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewThread" ADD CONSTRAINT "ReviewThread_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewMessage" ADD CONSTRAINT "ReviewMessage_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "ReviewThread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppliedSuggestion" ADD CONSTRAINT "AppliedSuggestion_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ReviewMessage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishSchedule" ADD CONSTRAINT "PublishSchedule_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleEnd" ADD CONSTRAINT "ScheduleEnd_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "PublishSchedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakGlass" ADD CONSTRAINT "BreakGlass_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakGlassConfirmation" ADD CONSTRAINT "BreakGlassConfirmation_breakGlassId_fkey" FOREIGN KEY ("breakGlassId") REFERENCES "BreakGlass"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseErratum" ADD CONSTRAINT "ReleaseErratum_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseWithdrawal" ADD CONSTRAINT "ReleaseWithdrawal_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows that are for ever (see the first append-only table).
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Candidate', 'CandidateClosure', 'Approval', 'ApprovalRetraction', 'Objection', 'ObjectionEnd',
    'EditorialMark', 'ReviewMessage', 'AppliedSuggestion', 'PublishSchedule', 'ScheduleEnd',
    'BreakGlass', 'BreakGlassConfirmation', 'ReleaseErratum', 'ReleaseWithdrawal'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name || '_append_only', name);
  END LOOP;
END
$$;

ALTER TABLE "Candidate"
  ADD CONSTRAINT "Candidate_number_positive" CHECK (number > 0),
  ADD CONSTRAINT "Candidate_hash_hex" CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Candidate_label_in_address" CHECK (label ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$');

-- An approval is about the candidate that it names, and says so by its hash.
CREATE FUNCTION refuse_stale_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."candidateHash" IS DISTINCT FROM (SELECT hash FROM "Candidate" WHERE id = NEW."candidateId") THEN
    RAISE EXCEPTION 'An approval names another hash than its candidate has.'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Approval_names_its_candidate" BEFORE INSERT ON "Approval"
  FOR EACH ROW EXECUTE FUNCTION refuse_stale_approval();

-- A second administrator is another person.
CREATE FUNCTION refuse_own_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."byId" = (SELECT "askedById" FROM "BreakGlass" WHERE id = NEW."breakGlassId") THEN
    RAISE EXCEPTION 'Nobody confirms what they asked for themselves.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "BreakGlassConfirmation_by_another" BEFORE INSERT ON "BreakGlassConfirmation"
  FOR EACH ROW EXECUTE FUNCTION refuse_own_confirmation();

-- The review clock: see the model in schema.prisma. The trigger's name sorts after those of foreign keys,
-- so that everybody locks the spec first and its clock second.
CREATE FUNCTION tick_review_clock(spec uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ReviewClock" ("specId", tick)
  SELECT id, 1 FROM "Spec" WHERE id = spec
  ON CONFLICT ("specId") DO UPDATE SET tick = "ReviewClock".tick + 1
$$;

CREATE FUNCTION tick_by_spec() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM tick_review_clock(OLD."specId"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM tick_review_clock(NEW."specId"); END IF;
  RETURN NULL;
END
$$;
CREATE FUNCTION tick_by_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tick_review_clock((SELECT "specId" FROM "Candidate" WHERE id = NEW."candidateId"));
  RETURN NULL;
END
$$;
CREATE FUNCTION tick_by_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tick_review_clock((
    SELECT "specId" FROM "Candidate" JOIN "Approval" ON "Approval"."candidateId" = "Candidate".id
    WHERE "Approval".id = NEW."approvalId"));
  RETURN NULL;
END
$$;
CREATE FUNCTION tick_by_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tick_review_clock((
    SELECT "specId" FROM "Candidate" JOIN "Objection" ON "Objection"."candidateId" = "Candidate".id
    WHERE "Objection".id = NEW."objectionId"));
  RETURN NULL;
END
$$;
CREATE FUNCTION tick_by_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tick_review_clock((
    SELECT "specId" FROM "Candidate" JOIN "PublishSchedule" ON "PublishSchedule"."candidateId" = "Candidate".id
    WHERE "PublishSchedule".id = NEW."scheduleId"));
  RETURN NULL;
END
$$;
CREATE FUNCTION tick_by_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tick_review_clock("specId") FROM "Member" WHERE "userId" = NEW.id ORDER BY "specId";
  RETURN NULL;
END
$$;

CREATE TRIGGER review_clock AFTER INSERT OR UPDATE OR DELETE ON "Member"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
CREATE TRIGGER review_clock AFTER INSERT OR UPDATE OR DELETE ON "ReviewSettings"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
CREATE TRIGGER review_clock AFTER INSERT ON "Candidate"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
CREATE TRIGGER review_clock AFTER INSERT ON "EditorialMark"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
CREATE TRIGGER review_clock AFTER INSERT ON "Release"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
CREATE TRIGGER review_clock AFTER INSERT ON "CandidateClosure"
  FOR EACH ROW EXECUTE FUNCTION tick_by_candidate();
CREATE TRIGGER review_clock AFTER INSERT ON "Approval"
  FOR EACH ROW EXECUTE FUNCTION tick_by_candidate();
CREATE TRIGGER review_clock AFTER INSERT ON "Objection"
  FOR EACH ROW EXECUTE FUNCTION tick_by_candidate();
CREATE TRIGGER review_clock AFTER INSERT ON "PublishSchedule"
  FOR EACH ROW EXECUTE FUNCTION tick_by_candidate();
CREATE TRIGGER review_clock AFTER INSERT ON "ApprovalRetraction"
  FOR EACH ROW EXECUTE FUNCTION tick_by_approval();
CREATE TRIGGER review_clock AFTER INSERT ON "ObjectionEnd"
  FOR EACH ROW EXECUTE FUNCTION tick_by_objection();
CREATE TRIGGER review_clock AFTER INSERT ON "ScheduleEnd"
  FOR EACH ROW EXECUTE FUNCTION tick_by_schedule();
CREATE TRIGGER review_clock AFTER UPDATE OF "suspendedAt" ON "User"
  FOR EACH ROW EXECUTE FUNCTION tick_by_person();

INSERT INTO "ReviewClock" ("specId") SELECT id FROM "Spec";
