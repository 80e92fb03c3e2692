-- CreateTable
CREATE TABLE "DraftClient" (
    "specId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "clientId" BIGINT NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftClient_pkey" PRIMARY KEY ("specId","epoch","clientId")
);

-- CreateIndex
CREATE INDEX "DraftClient_specId_userId_at_idx" ON "DraftClient"("specId", "userId", "at");

-- AddForeignKey
ALTER TABLE "DraftClient" ADD CONSTRAINT "DraftClient_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Draft"("specId") ON DELETE CASCADE ON UPDATE CASCADE;
