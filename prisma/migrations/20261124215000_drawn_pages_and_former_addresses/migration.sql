-- CreateTable
CREATE TABLE "FormerSlug" (
    "slug" TEXT NOT NULL,
    "specId" UUID NOT NULL,
    "leftAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "DrawnPage" (
    "key" TEXT NOT NULL,
    "specId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "page" BYTEA NOT NULL,
    "css" TEXT NOT NULL,
    "uids" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DrawnPage_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "FormerSlug_specId_idx" ON "FormerSlug"("specId");

-- CreateIndex
CREATE INDEX "DrawnPage_specId_label_idx" ON "DrawnPage"("specId", "label");

-- AddForeignKey
ALTER TABLE "FormerSlug" ADD CONSTRAINT "FormerSlug_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawnPage" ADD CONSTRAINT "DrawnPage_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;
