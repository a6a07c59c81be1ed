-- AlterTable
ALTER TABLE "query" ADD COLUMN     "columns" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "changes" TEXT[],
ALTER COLUMN "sigma_html" DROP NOT NULL;

-- CreateTable
CREATE TABLE "attack_release" (
    "version" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attack_release_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "attack_object" (
    "release" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "url" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "attack_object_pkey" PRIMARY KEY ("release","id")
);

-- CreateTable
CREATE TABLE "attack_relation" (
    "release" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "attack_relation_pkey" PRIMARY KEY ("release","source_id","kind","target_id")
);

-- CreateTable
CREATE TABLE "enrichment" (
    "rule_id" INTEGER NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hypothesis" JSONB NOT NULL,
    "data_sources" JSONB NOT NULL,
    "false_positives" JSONB NOT NULL,
    "references" JSONB NOT NULL,
    "confidence" JSONB NOT NULL,
    "tags" JSONB NOT NULL,
    "tag_names" TEXT[],

    CONSTRAINT "enrichment_pkey" PRIMARY KEY ("rule_id")
);

-- CreateIndex
CREATE INDEX "attack_object_release_kind_idx" ON "attack_object"("release", "kind");

-- CreateIndex
CREATE INDEX "attack_relation_release_target_id_kind_idx" ON "attack_relation"("release", "target_id", "kind");

-- CreateIndex
CREATE INDEX "enrichment_tag_names_idx" ON "enrichment" USING GIN ("tag_names");

-- AddForeignKey
ALTER TABLE "attack_object" ADD CONSTRAINT "attack_object_release_fkey" FOREIGN KEY ("release") REFERENCES "attack_release"("version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attack_relation" ADD CONSTRAINT "attack_relation_release_fkey" FOREIGN KEY ("release") REFERENCES "attack_release"("version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrichment" ADD CONSTRAINT "enrichment_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
