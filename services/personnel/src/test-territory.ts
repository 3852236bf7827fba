import type { Education, Sex } from '@antt/contracts';
import { recognise, recordPerson } from '@antt/contracts';
import { copiedTerritory, type Dates, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';

type Said = { name?: string; citizenId?: string; birthDate?: string } & {
  sex?: Sex;
  education?: Education | null;
};

/** For tests: copies of units, teams and quotas put there as rows, and people recorded by command. */
export function territory(service: ServiceUnderTest) {
  const sql = (text: string, values: unknown[]) => service.db.query(text, values);
  const { unit, team } = copiedTerritory(service, '2024-01-01');

  async function quota(
    communeId: string,
    members: number,
    { from = '2024-07-01', to = null }: Dates = {},
  ): Promise<void> {
    await sql(
      `insert into quota (id, unit_id, number, teams, members, valid_from, valid_to)
       values ($1, $2, '12/QĐ-UBND', 10, $3, $4, $5)`,
      [randomUUID(), communeId, members, from, to],
    );
  }

  /** A commune with a village, a team there and a quota of members. */
  async function place(members = 10, parentId: string | null = null) {
    const communeId = await unit('commune', 'Tân Lập', parentId);
    const villageId = await unit('village', 'Thôn Trung', communeId);
    const teamId = await team([villageId]);
    await quota(communeId, members);
    return { communeId, villageId, teamId };
  }

  /** Somebody invented, of age and with lower secondary school unless a test says otherwise. */
  async function person(communeId: string, said: Said = {}): Promise<string> {
    const id = randomUUID();
    await service.call(recordPerson, {
      id,
      communeId,
      name: 'Nguyễn Văn An',
      sex: 'male',
      birthDate: '1985-05-20',
      citizenId: citizenId(),
      phone: '',
      ethnicity: 'Kinh',
      religion: '',
      education: 'lower-secondary',
      partyJoinedOn: null,
      address: '',
      note: '',
      ...said,
    });
    return id;
  }

  async function member(
    place: { communeId: string; teamId: string },
    { position = 'ordinary', from = '2024-08-01', said = {} as Said } = {},
  ) {
    const personId = await person(place.communeId, said);
    const posting = await service.call(recognise, {
      id: randomUUID(),
      personId,
      teamId: place.teamId,
      position: position as 'ordinary',
      validFrom: from,
      decision: decision(),
      accept: [],
      reason: '',
      dryRun: false,
    });
    return { personId, posting };
  }

  return { unit, team, quota, place, person, member };
}

/** A decision of a commune's chair, with a number of its own. */
export function decision(signedOn = '2024-07-25') {
  return { number: `${randomUUID().slice(0, 8)}/QĐ-UBND`, signedOn };
}

/** Twelve digits that nobody else has in the test. */
export function citizenId(): string {
  return String(Math.floor(Math.random() * 1e12)).padStart(12, '0');
}
