-- AlterTable
ALTER TABLE "User" ADD COLUMN     "reviewMailStoppedAt" TIMESTAMPTZ(3);
