import type { Prisma, PrismaClient } from '@/prisma/generated/client'

/** The catalogue as the rest of the project hands it on: made by `createClient`, used in this folder. */
export type Database = PrismaClient

/** An open transaction of it. */
export type Transaction = Prisma.TransactionClient
