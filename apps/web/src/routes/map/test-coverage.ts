import { Coverage, type Gap } from '@antt/contracts';

const id = (last: number) => `0199b000-0000-7000-8000-${String(last).padStart(12, '0')}`;

type Figures = {
  villages?: number;
  covered?: number;
  decided?: number | null;
  active?: number;
  teamsWith?: number;
  parent?: string;
  parentNumber?: number;
};

/** A commune's row of coverage; its gaps follow from its figures, as the service would find them. */
export function communeRow(number: number, name: string, figures: Figures = {}): Coverage {
  const {
    villages = 8,
    covered = villages,
    decided = 8,
    active = 8,
    parent = 'Lục Ngạn',
    parentNumber = 900,
  } = figures;
  const { teamsWith = active } = figures;
  const gaps: Gap[] = [];
  if (covered < villages) gaps.push('villages-uncovered');
  if (decided !== null && active < decided) gaps.push('teams-short');
  if (decided !== null && active > decided) gaps.push('teams-over');
  if (teamsWith < active) gaps.push('workplace-missing');
  if (decided === null && villages > 0) gaps.push('quota-missing');
  return Coverage.parse({
    unit: {
      id: id(number),
      code: String(7000 + number),
      name,
      kind: 'xã',
      level: 'commune',
      parentId: id(parentNumber),
      parentName: parent,
      parentKind: 'huyện',
    },
    villages,
    coveredVillages: covered,
    teams: { norm: null, decided, active },
    members: {
      norm: null,
      decided: decided === null ? null : decided * 3,
      serving: null,
      paid: null,
    },
    workplaces: { teamsWith, total: teamsWith },
    communes: {
      total: 1,
      teamsShort: Number(gaps.includes('teams-short')),
      workplaceMissing: Number(gaps.includes('workplace-missing')),
    },
    gaps,
  });
}

/** The answer of the coverage question over some rows. */
export function coverageOf(items: Coverage[]) {
  const sum = (of: (row: Coverage) => number) => items.reduce((total, row) => total + of(row), 0);
  return {
    items,
    total: {
      ...communeRow(0, ''),
      unit: undefined,
      villages: sum((row) => row.villages),
      coveredVillages: sum((row) => row.coveredVillages),
      teams: {
        norm: null,
        decided: sum((row) => row.teams.decided ?? 0),
        active: sum((row) => row.teams.active),
      },
      gaps: [],
    },
  };
}
