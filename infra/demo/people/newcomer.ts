import { merger } from '../calendar.ts';
import { createPerson, type DemoPerson, randomOf } from '../member.ts';
import { idOf, type Story } from './story.ts';

const education: Record<string, string> = {
  THCS: 'lower-secondary',
  THPT: 'upper-secondary',
  'Trung cấp': 'intermediate',
  'Cao đẳng': 'college',
  'Đại học': 'university',
};

export type Newcomer = DemoPerson & { id: string };

/** Somebody invented who is in no team; drawn in the same order on every run, since numbers follow it. */
export function newcomer(key: string): Newcomer {
  const place = { district: '', kind: 'xã' };
  return {
    id: idOf(`person/${key}`),
    ...createPerson(randomOf(key), 'Tổ viên', place, merger),
  };
}

/** Records them with the commune that keeps the record. */
export async function record(story: Story, person: Newcomer, commune: string): Promise<void> {
  await story.officer(commune).post('/people', {
    id: person.id,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    citizenId: person.citizenId,
    communeId: story.communeId(commune, story.on),
    phone: person.phone,
    ethnicity: person.ethnicity,
    education: education[person.education] ?? 'upper-secondary',
    note: 'Số liệu minh họa',
  });
}
