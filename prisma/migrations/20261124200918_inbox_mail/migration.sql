-- CreateTable
CREATE TABLE "InboxMail" (
    "userId" UUID NOT NULL,
    "keys" TEXT[],
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboxMail_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "InboxMail" ADD CONSTRAINT "InboxMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
