-- Trigrams serve the search of titles and texts; on Postgres 13 and later the owner of a database
-- may add this extension without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "catalogue" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "published_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "number" INTEGER NOT NULL,
    "source_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "query" (
    "rule_id" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "kql" TEXT,
    "kql_html" TEXT,
    "tables" TEXT[],
    "diagnostics" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "query_pkey" PRIMARY KEY ("rule_id","target")
);

-- CreateTable
CREATE TABLE "rejection" (
    "id" SERIAL NOT NULL,
    "valid_from" INTEGER NOT NULL,
    "valid_to" INTEGER NOT NULL DEFAULT 2147483647,
    "source_name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "toolchain_hash" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "line" INTEGER,
    "column" INTEGER,
    "rejected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rejection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" SERIAL NOT NULL,
    "sigma_id" UUID NOT NULL,
    "valid_from" INTEGER NOT NULL,
    "valid_to" INTEGER NOT NULL DEFAULT 2147483647,
    "source_name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "toolchain_hash" TEXT NOT NULL,
    "shown_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "level" TEXT,
    "level_rank" INTEGER NOT NULL,
    "status" TEXT,
    "author" TEXT,
    "licence" TEXT,
    "date" DATE,
    "modified" DATE,
    "changed_on" DATE NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "product" TEXT,
    "category" TEXT,
    "service" TEXT,
    "logsource_definition" TEXT,
    "tags" TEXT[],
    "techniques" TEXT[],
    "tactics" TEXT[],
    "tables" TEXT[],
    "references" TEXT[],
    "false_positives" TEXT[],
    "related" JSONB NOT NULL DEFAULT '[]',
    "sigma" TEXT NOT NULL,
    "sigma_html" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "name" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "web_url" TEXT,
    "licence" TEXT,
    "licence_url" TEXT,
    "commit" TEXT,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "catalogue_version_source_name_idx" ON "catalogue_version"("source_name");

-- CreateIndex
CREATE INDEX "rejection_source_name_valid_to_idx" ON "rejection"("source_name", "valid_to");

-- CreateIndex
CREATE INDEX "rule_valid_to_valid_from_changed_on_id_idx" ON "rule"("valid_to", "valid_from", "changed_on" DESC, "id");

-- CreateIndex
CREATE INDEX "rule_source_name_valid_to_idx" ON "rule"("source_name", "valid_to");

-- CreateIndex
CREATE INDEX "rule_search_text_trgm" ON "rule" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "rule_tactics_idx" ON "rule" USING GIN ("tactics");

-- CreateIndex
CREATE INDEX "rule_techniques_idx" ON "rule" USING GIN ("techniques");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sigma_id_valid_from_key" ON "rule"("sigma_id", "valid_from");

-- AddForeignKey
ALTER TABLE "catalogue_version" ADD CONSTRAINT "catalogue_version_source_name_fkey" FOREIGN KEY ("source_name") REFERENCES "source"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "query" ADD CONSTRAINT "query_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejection" ADD CONSTRAINT "rejection_source_name_fkey" FOREIGN KEY ("source_name") REFERENCES "source"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_source_name_fkey" FOREIGN KEY ("source_name") REFERENCES "source"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema says in comments only; Prisma does not model it and leaves it alone.
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_one_row" CHECK ("id" = 1);
ALTER TABLE "rule" ADD CONSTRAINT "rule_kind" CHECK ("kind" IN ('rule', 'correlation', 'filter'));
ALTER TABLE "query" ADD CONSTRAINT "query_target" CHECK ("target" IN ('defender-xdr', 'asim', 'azure-monitor'));
ALTER TABLE "query" ADD CONSTRAINT "query_status" CHECK ("status" IN ('compiled', 'refused'));
ALTER TABLE "query" ADD CONSTRAINT "query_compiled" CHECK ("status" <> 'compiled' OR "kql" IS NOT NULL);

-- The row that readers look at; version 0 is the empty catalogue.
INSERT INTO "catalogue" ("id", "published_version") VALUES (1, 0);
