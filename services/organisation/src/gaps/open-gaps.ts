import { sql } from '@antt/service-kit';

/** What units lack on a day ($1) within a scope ($2) and a narrower area ($3), and since when: one source for all. */
export const openGaps = sql(import.meta.url, './open-gaps.sql').trimEnd();
