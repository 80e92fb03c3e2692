-- CreateTable
CREATE TABLE "CandidateAuthor" (
    "candidateId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "CandidateAuthor_pkey" PRIMARY KEY ("candidateId","part","userId")
);

-- AddForeignKey
ALTER TABLE "CandidateAuthor" ADD CONSTRAINT "CandidateAuthor_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "Candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows that are for ever (see the first append-only table). Threads and requests for review were written
-- once and never changed; now the database sees to it.
CREATE TRIGGER "CandidateAuthor_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CandidateAuthor"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReviewThread_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReviewThread"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReviewAssignment_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReviewAssignment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
