-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('hourly', 'daily', 'weekly', 'never');

-- AlterTable
ALTER TABLE "FeedbackSettings" ADD COLUMN     "inWindowsOnly" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Follow" DROP COLUMN "toldUntil",
ADD COLUMN     "sinceSeq" BIGINT;
-- Nobody is told anew of what happened before there was mail.
UPDATE "Follow" SET "sinceSeq" = (SELECT coalesce(max(seq), 0) FROM "AuditEvent");
ALTER TABLE "Follow" ALTER COLUMN "sinceSeq" SET NOT NULL;

-- CreateTable
CREATE TABLE "FeedbackMail" (
    "userId" UUID NOT NULL,
    "pace" "MailPace" NOT NULL DEFAULT 'daily',
    "toldSeq" BIGINT NOT NULL,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedbackMail_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_seq_idx" ON "AuditEvent"("actorId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectId_seq_idx" ON "AuditEvent"("subjectId", "seq");

-- AddForeignKey
ALTER TABLE "FeedbackMail" ADD CONSTRAINT "FeedbackMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
