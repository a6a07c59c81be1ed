-- AlterTable
ALTER TABLE "catalogue_version" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'import';

-- Until now, a version with nothing but rules that went was the removal of a source: an import always finds files.
UPDATE "catalogue_version" SET "kind" = 'removal'
WHERE "published_at" IS NOT NULL AND "created" + "updated" + "unchanged" + "rejected" = 0;
