-- CreateEnum
CREATE TYPE "ThreadKind" AS ENUM ('question', 'problem', 'suggestion', 'support');

-- CreateEnum
CREATE TYPE "PlacementState" AS ENUM ('same', 'moved', 'changed', 'gone');

-- CreateEnum
CREATE TYPE "CommentState" AS ENUM ('held', 'visible', 'hidden', 'withdrawn');

-- CreateEnum
CREATE TYPE "ModerationDeed" AS ENUM ('approved', 'hidden', 'restored', 'redacted');

-- CreateEnum
CREATE TYPE "DispositionOutcome" AS ENUM ('adopted', 'clarified', 'deferred', 'set_aside');

-- CreateTable
CREATE TABLE "Byline" (
    "userId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    "organisation" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "FeedbackSettings" (
    "specId" UUID NOT NULL,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "slowModeMinutes" INTEGER NOT NULL DEFAULT 0,
    "houseRules" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FeedbackSettings_pkey" PRIMARY KEY ("specId")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ThreadKind" NOT NULL,
    "releaseId" UUID NOT NULL,
    "target" JSONB NOT NULL,
    "sectionUid" TEXT,
    "sectionId" TEXT,
    "sectionTitle" TEXT NOT NULL DEFAULT '',
    "label" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "openedById" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "assignedToId" UUID,
    "assignedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "mergedAt" TIMESTAMPTZ(3),
    "mergedById" UUID,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadPlacement" (
    "threadId" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "state" "PlacementState" NOT NULL,
    "target" JSONB,
    "confidence" DOUBLE PRECISION NOT NULL,
    "ground" TEXT NOT NULL,
    "sectionUid" TEXT,
    "sectionId" TEXT,
    "sectionTitle" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ThreadPlacement_pkey" PRIMARY KEY ("threadId","releaseId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "replacement" TEXT,
    "isOfficial" BOOLEAN NOT NULL DEFAULT false,
    "state" "CommentState" NOT NULL,
    "heldBecause" TEXT NOT NULL DEFAULT '',
    "wordsHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Moderation" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "deed" "ModerationDeed" NOT NULL,
    "rule" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "byRole" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Moderation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "moderationId" UUID NOT NULL,
    "byId" UUID,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "isUpheld" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "byId" UUID,
    "rule" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadSupport" (
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadSupport_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "threadId" UUID,
    "sectionUid" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "toldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disposition" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "outcome" "DispositionOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "targetLabel" TEXT,
    "revisionId" UUID,
    "releaseId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedBecause" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Disposition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingComment" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "specId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Byline_number_key" ON "Byline"("number");

-- CreateIndex
CREATE INDEX "Consultation_specId_opensAt_idx" ON "Consultation"("specId", "opensAt");

-- CreateIndex
CREATE INDEX "Thread_specId_openedAt_idx" ON "Thread"("specId", "openedAt");

-- CreateIndex
CREATE INDEX "Thread_specId_sectionUid_idx" ON "Thread"("specId", "sectionUid");

-- CreateIndex
CREATE INDEX "Thread_releaseId_idx" ON "Thread"("releaseId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_specId_number_key" ON "Thread"("specId", "number");

-- CreateIndex
CREATE INDEX "ThreadPlacement_releaseId_sectionUid_idx" ON "ThreadPlacement"("releaseId", "sectionUid");

-- CreateIndex
CREATE INDEX "Comment_authorId_at_idx" ON "Comment"("authorId", "at");

-- CreateIndex
CREATE INDEX "Comment_state_at_idx" ON "Comment"("state", "at");

-- CreateIndex
CREATE INDEX "Comment_wordsHash_idx" ON "Comment"("wordsHash");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_threadId_number_key" ON "Comment"("threadId", "number");

-- CreateIndex
CREATE INDEX "Moderation_commentId_at_idx" ON "Moderation"("commentId", "at");

-- CreateIndex
CREATE INDEX "Moderation_byId_idx" ON "Moderation"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_moderationId_key" ON "Appeal"("moderationId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_commentId_byId_key" ON "Report"("commentId", "byId");

-- CreateIndex
CREATE INDEX "Follow_userId_idx" ON "Follow"("userId");

-- CreateIndex
CREATE INDEX "Follow_specId_idx" ON "Follow"("specId");

-- CreateIndex
CREATE INDEX "Disposition_threadId_idx" ON "Disposition"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "PendingComment_tokenHash_key" ON "PendingComment"("tokenHash");

-- CreateIndex
CREATE INDEX "PendingComment_expiresAt_idx" ON "PendingComment"("expiresAt");

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackSettings" ADD CONSTRAINT "FeedbackSettings_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPlacement" ADD CONSTRAINT "ThreadPlacement_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPlacement" ADD CONSTRAINT "ThreadPlacement_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Moderation" ADD CONSTRAINT "Moderation_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_moderationId_fkey" FOREIGN KEY ("moderationId") REFERENCES "Moderation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSupport" ADD CONSTRAINT "ThreadSupport_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSupport" ADD CONSTRAINT "ThreadSupport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposition" ADD CONSTRAINT "Disposition_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposition" ADD CONSTRAINT "Disposition_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingComment" ADD CONSTRAINT "PendingComment_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;
