import type { AddressList, Commune } from './address-list.ts';
import { districts } from './province.ts';
import { teamSize, type PlannedTeam } from './team.ts';
import type { Village } from './village.ts';

/** A row of the annex: what the decision gives one commune. */
export type Quota = {
  commune: Commune;
  villages: number;
  teams: number;
  members: number;
  note: string;
};
/** The rows under one Roman numeral; the list of July 2025 has no districts and is one nameless group. */
export type QuotaGroup = { name: string | null; quotas: Quota[] };

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

function quotaOf(
  commune: Commune,
  plan: PlannedTeam[],
  villages: number,
  list: 'old' | 'new',
): Quota {
  const sizes = plan.map(({ villages: own }) =>
    teamSize(own.reduce((sum, village) => sum + village[list].households, 0)),
  );
  const shared = plan.filter(({ villages: own }) => own.length > 1).length;
  const without = villages - plan.reduce((sum, { villages: own }) => sum + own.length, 0);
  const kind = commune.kind === 'xã' ? 'thôn' : 'tổ dân phố';
  const notes = [
    shared > 0 && `${twoDigits(shared)} Tổ phụ trách 02 ${kind}`,
    without > 0 && `${twoDigits(without)} ${kind} chưa bố trí Tổ`,
  ];
  return {
    commune,
    villages,
    teams: plan.length,
    members: sizes.reduce((sum, size) => sum + size, 0),
    note: notes.filter((note) => note !== false).join('; '),
  };
}

/** The annex of 2024: district by district, the towns first as offices list them. */
export function quotasOf2024(
  list: AddressList,
  plan: readonly PlannedTeam[],
  villages: readonly Village[],
): QuotaGroup[] {
  const rank = ['Thành phố', 'Thị xã', 'Huyện'];
  const rankOf = (name: string) => rank.findIndex((word) => name.startsWith(word));
  const own = districts.filter(({ province }) => province === 'Bắc Giang');
  const ordered = own.toSorted((a, b) => rankOf(a.fullName) - rankOf(b.fullName));
  return ordered.map(({ fullName }) => ({
    name: fullName,
    quotas: list.oldCommunes
      .filter(({ district }) => district === fullName)
      .map((commune) => {
        const teams = plan.filter((team) => team.commune === commune);
        const count = villages.filter(({ old }) => old.commune === commune).length;
        return quotaOf(commune, teams, count, 'old');
      }),
  }));
}

/** The annex of 2025: Bắc Giang's 58 successor communes, figures of 2025, the teams as they were planned. */
export function quotasOf2025(
  list: AddressList,
  plan: readonly PlannedTeam[],
  villages: readonly Village[],
): QuotaGroup[] {
  const succeeded = new Set(list.oldCommunes.map(({ successor }) => successor));
  const quotas = list.newCommunes
    .filter(({ code }) => succeeded.has(code))
    .map((commune) => {
      const teams = plan.filter((team) => team.commune.successor === commune.code);
      const count = villages.filter((village) => village.new.commune.code === commune.code).length;
      return quotaOf(commune, teams, count, 'new');
    });
  return [{ name: null, quotas }];
}
