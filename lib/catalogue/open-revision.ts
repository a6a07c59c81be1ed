/** `validTo` of the newest revision: the largest value of the column's type. */
export const OPEN = 2_147_483_647
