-- CreateEnum
CREATE TYPE "ReleaseOrigin" AS ENUM ('published', 'imported');

-- CreateTable
CREATE TABLE "Draft" (
    "specId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "version" TEXT NOT NULL,
    "headSeq" BIGINT NOT NULL DEFAULT 0,
    "source" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("specId")
);

-- CreateTable
CREATE TABLE "DraftUpdate" (
    "specId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "authorId" UUID,
    "origin" TEXT NOT NULL DEFAULT 'edit',
    "touched" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftUpdate_pkey" PRIMARY KEY ("specId","seq")
);

-- CreateTable
CREATE TABLE "DraftSnapshot" (
    "specId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftSnapshot_pkey" PRIMARY KEY ("specId","seq")
);

-- CreateTable
CREATE TABLE "StoredDocument" (
    "hash" TEXT NOT NULL,
    "schema" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredDocument_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "specId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "origin" "ReleaseOrigin" NOT NULL,
    "documentHash" TEXT NOT NULL,
    "manifestHash" TEXT NOT NULL,
    "baseId" UUID,
    "changelog" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,
    "candidateId" UUID,
    "source" BYTEA,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Release_manifestHash_key" ON "Release"("manifestHash");

-- CreateIndex
CREATE UNIQUE INDEX "Release_candidateId_key" ON "Release"("candidateId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_specId_number_key" ON "Release"("specId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Release_specId_label_key" ON "Release"("specId", "label");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftUpdate" ADD CONSTRAINT "DraftUpdate_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Draft"("specId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftSnapshot" ADD CONSTRAINT "DraftSnapshot_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Draft"("specId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_specId_fkey" FOREIGN KEY ("specId") REFERENCES "Spec"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_documentHash_fkey" FOREIGN KEY ("documentHash") REFERENCES "StoredDocument"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows that are for ever (see the first append-only table). Who wrote what is computed from the updates
-- of a draft, so they are as untouchable as what was published.
CREATE TRIGGER "DraftUpdate_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "DraftUpdate"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "StoredDocument_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "StoredDocument"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Release_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "Release"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "DraftUpdate" ADD CONSTRAINT "DraftUpdate_seq_positive" CHECK (seq > 0);
ALTER TABLE "StoredDocument"
  ADD CONSTRAINT "StoredDocument_hash_of_bytes" CHECK (hash = encode(sha256(bytes), 'hex'));
ALTER TABLE "Release"
  ADD CONSTRAINT "Release_number_positive" CHECK (number > 0),
  ADD CONSTRAINT "Release_label_in_address" CHECK (label ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  ADD CONSTRAINT "Release_manifest_hash_hex" CHECK ("manifestHash" ~ '^[0-9a-f]{64}$');
