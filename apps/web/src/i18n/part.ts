import type { Language } from './language-context.ts';

export type Load = () => Promise<{ default: object }>;

/**
 * The texts by the part of the interface that says them. `pages` comes with every page; a page that has much
 * to say has a part of its own, which its route fetches beside the page (see `withTexts` of text.ts).
 */
export const parts = {
  pages: {
    vi: () => import('./vi.json', { with: { type: 'json' } }),
    en: () => import('./en.json', { with: { type: 'json' } }),
  },
  instruments: {
    vi: () => import('./instruments.vi.json', { with: { type: 'json' } }),
    en: () => import('./instruments.en.json', { with: { type: 'json' } }),
  },
  drafts: {
    vi: () => import('./drafts.vi.json', { with: { type: 'json' } }),
    en: () => import('./drafts.en.json', { with: { type: 'json' } }),
  },
  criteria: {
    vi: () => import('./criteria.vi.json', { with: { type: 'json' } }),
    en: () => import('./criteria.en.json', { with: { type: 'json' } }),
  },
  duties: {
    vi: () => import('./duties.vi.json', { with: { type: 'json' } }),
    en: () => import('./duties.en.json', { with: { type: 'json' } }),
  },
  reports: {
    vi: () => import('./reports.vi.json', { with: { type: 'json' } }),
    en: () => import('./reports.en.json', { with: { type: 'json' } }),
  },
  compiled: {
    vi: () => import('./compiled.vi.json', { with: { type: 'json' } }),
    en: () => import('./compiled.en.json', { with: { type: 'json' } }),
  },
  outbox: {
    vi: () => import('./outbox.vi.json', { with: { type: 'json' } }),
    en: () => import('./outbox.en.json', { with: { type: 'json' } }),
  },
  campaigns: {
    vi: () => import('./campaigns.vi.json', { with: { type: 'json' } }),
    en: () => import('./campaigns.en.json', { with: { type: 'json' } }),
  },
  awards: {
    vi: () => import('./awards.vi.json', { with: { type: 'json' } }),
    en: () => import('./awards.en.json', { with: { type: 'json' } }),
  },
  grades: {
    vi: () => import('./grades.vi.json', { with: { type: 'json' } }),
    en: () => import('./grades.en.json', { with: { type: 'json' } }),
  },
  publications: {
    vi: () => import('./publications.vi.json', { with: { type: 'json' } }),
    en: () => import('./publications.en.json', { with: { type: 'json' } }),
  },
  budgets: {
    vi: () => import('./budgets.vi.json', { with: { type: 'json' } }),
    en: () => import('./budgets.en.json', { with: { type: 'json' } }),
  },
  incidents: {
    vi: () => import('./incidents.vi.json', { with: { type: 'json' } }),
    en: () => import('./incidents.en.json', { with: { type: 'json' } }),
  },
  claims: {
    vi: () => import('./claims.vi.json', { with: { type: 'json' } }),
    en: () => import('./claims.en.json', { with: { type: 'json' } }),
  },
  supervisions: {
    vi: () => import('./supervisions.vi.json', { with: { type: 'json' } }),
    en: () => import('./supervisions.en.json', { with: { type: 'json' } }),
  },
  teams: {
    vi: () => import('./teams.vi.json', { with: { type: 'json' } }),
    en: () => import('./teams.en.json', { with: { type: 'json' } }),
  },
  workplaces: {
    vi: () => import('./workplaces.vi.json', { with: { type: 'json' } }),
    en: () => import('./workplaces.en.json', { with: { type: 'json' } }),
  },
  people: {
    vi: () => import('./people.vi.json', { with: { type: 'json' } }),
    en: () => import('./people.en.json', { with: { type: 'json' } }),
  },
  equipment: {
    vi: () => import('./equipment.vi.json', { with: { type: 'json' } }),
    en: () => import('./equipment.en.json', { with: { type: 'json' } }),
  },
  membership: {
    vi: () => import('./membership.vi.json', { with: { type: 'json' } }),
    en: () => import('./membership.en.json', { with: { type: 'json' } }),
  },
  consolidations: {
    vi: () => import('./consolidations.vi.json', { with: { type: 'json' } }),
    en: () => import('./consolidations.en.json', { with: { type: 'json' } }),
  },
  administration: {
    vi: () => import('./administration.vi.json', { with: { type: 'json' } }),
    en: () => import('./administration.en.json', { with: { type: 'json' } }),
  },
  units: {
    vi: () => import('./units.vi.json', { with: { type: 'json' } }),
    en: () => import('./units.en.json', { with: { type: 'json' } }),
  },
  statistics: {
    vi: () => import('./statistics.vi.json', { with: { type: 'json' } }),
    en: () => import('./statistics.en.json', { with: { type: 'json' } }),
  },
  coverage: {
    vi: () => import('./coverage.vi.json', { with: { type: 'json' } }),
    en: () => import('./coverage.en.json', { with: { type: 'json' } }),
  },
  recruitments: {
    vi: () => import('./recruitments.vi.json', { with: { type: 'json' } }),
    en: () => import('./recruitments.en.json', { with: { type: 'json' } }),
  },
  pay: {
    vi: () => import('./pay.vi.json', { with: { type: 'json' } }),
    en: () => import('./pay.en.json', { with: { type: 'json' } }),
  },
  payrolls: {
    vi: () => import('./payrolls.vi.json', { with: { type: 'json' } }),
    en: () => import('./payrolls.en.json', { with: { type: 'json' } }),
  },
  policies: {
    vi: () => import('./policies.vi.json', { with: { type: 'json' } }),
    en: () => import('./policies.en.json', { with: { type: 'json' } }),
  },
  records: {
    vi: () => import('./records.vi.json', { with: { type: 'json' } }),
    en: () => import('./records.en.json', { with: { type: 'json' } }),
  },
  reorganisations: {
    vi: () => import('./reorganisations.vi.json', { with: { type: 'json' } }),
    en: () => import('./reorganisations.en.json', { with: { type: 'json' } }),
  },
} satisfies Record<string, Record<Language, Load>>;
export type Part = keyof typeof parts;
