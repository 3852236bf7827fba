import type { listPeople } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const listSql = sql(import.meta.url, './list-people.sql');
const from = (source: string) => listSql.replace('from person someone', `from (${source}) someone`);
const statements = {
  all: listSql,
  near: from(sql(import.meta.url, './people-near.sql')),
  left: from(sql(import.meta.url, './people-left.sql')),
  found: from(sql(import.meta.url, './people-found.sql')),
};

/** Of people who are known already, by their ids ($11). */
export const namedSource = from('select p.* from person p where p.id = any ($11::uuid[])');

/**
 * How far people are counted: nobody reads on to more, and counting hundreds of thousands at each letter typed would
 * take longer than the list. Where the posting of each has to be looked up for it, less far.
 */
const most = { all: 20_000, searched: 2_000 };

type Asked = Pick<Input<typeof listPeople>, 'teamId' | 'state' | 'position'> & {
  communes: string[] | null;
  /** What names are compared with, as a pattern; null without a search. */
  pattern: string | null;
};

type Source = {
  statement: string;
  /** How far the statement counts; 0 where it is known already. */
  counts: number;
  /** How many there are, if it is known; `most` means at least so many. */
  known: number | null;
  most: number;
};

/** The statement that finds people the shortest way: by their place, by having left, by name, or in the order of all. */
export async function listSource(db: EntityManager, asked: Asked): Promise<Source> {
  const { communes, teamId, state, position, pattern } = asked;
  const near = communes !== null || teamId !== undefined;
  const counted = pattern === null ? most.all : most.searched;
  const byPlace = { counts: most.all, known: null, most: most.all };
  if (near) return { ...byPlace, statement: statements.near };
  if (state === 'left') return { ...byPlace, statement: statements.left };
  if (pattern === null) return { ...byPlace, statement: statements.all };
  const [{ matches }] = await db.query(
    `select count(*)::int as matches
       from (select 1 from person
              where merged_into is null and search_key like '%' || $1 || '%' limit $2) few`,
    [pattern, most.all],
  );
  const statement = matches < most.all ? statements.found : statements.all;
  return state === undefined && position === undefined
    ? { statement, counts: 0, known: matches, most: most.all }
    : { statement, counts: counted, known: null, most: counted };
}
