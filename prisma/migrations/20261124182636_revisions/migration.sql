-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('start', 'pause', 'named', 'restore', 'import', 'candidate');

-- CreateEnum
CREATE TYPE "SectionFate" AS ENUM ('added', 'edited', 'moved', 'removed');

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "revisedSeq" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "kind" "RevisionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "documentHash" TEXT NOT NULL,
    "head" INTEGER NOT NULL,
    "sections" INTEGER[],
    "prompts" INTEGER[],
    "summary" TEXT NOT NULL,
    "runBase" INTEGER NOT NULL,
    "runSummary" TEXT NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionPart" (
    "id" SERIAL NOT NULL,
    "specId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "RevisionPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionContributor" (
    "revisionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "updates" INTEGER NOT NULL,
    "touched" TEXT[],

    CONSTRAINT "RevisionContributor_pkey" PRIMARY KEY ("revisionId","userId")
);

-- CreateTable
CREATE TABLE "RevisionSection" (
    "revisionId" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "sectionId" TEXT,
    "title" TEXT NOT NULL,
    "authority" TEXT,
    "fate" "SectionFate" NOT NULL,
    "partId" INTEGER,

    CONSTRAINT "RevisionSection_pkey" PRIMARY KEY ("revisionId","uid")
);

-- CreateTable
CREATE TABLE "RevisionName" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionName_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Revision_specId_number_key" ON "Revision"("specId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionPart_specId_hash_key" ON "RevisionPart"("specId", "hash");

-- CreateIndex
CREATE INDEX "RevisionContributor_userId_idx" ON "RevisionContributor"("userId");

-- CreateIndex
CREATE INDEX "RevisionSection_specId_uid_idx" ON "RevisionSection"("specId", "uid");

-- CreateIndex
CREATE INDEX "RevisionName_revisionId_idx" ON "RevisionName"("revisionId");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionContributor" ADD CONSTRAINT "RevisionContributor_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionSection" ADD CONSTRAINT "RevisionSection_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionName" ADD CONSTRAINT "RevisionName_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- History is for ever, like the log that it is made from (see the first append-only table).
CREATE TRIGGER "Revision_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionPart_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "RevisionPart"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionContributor_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "RevisionContributor"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionSection_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "RevisionSection"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionName_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "RevisionName"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_number_positive" CHECK (number > 0),
  ADD CONSTRAINT "Revision_run_begins_before" CHECK ("runBase" >= 0 AND "runBase" < number);
ALTER TABLE "RevisionPart" ADD CONSTRAINT "RevisionPart_hash_of_bytes" CHECK (hash = sha256(bytes));
