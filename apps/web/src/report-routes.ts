import { withTexts } from './i18n/text.ts';

/** The pages about reports of activity; each is loaded when it is first opened. */
export const reportRoutes = [
  {
    path: '/incidents',
    lazy: withTexts('incidents', () => import('./routes/incidents/incidents-page.tsx')),
  },
  {
    path: '/incidents/:incidentId',
    lazy: withTexts('incidents', () => import('./routes/incidents/incident-page.tsx')),
  },
  {
    path: '/reports',
    lazy: withTexts(['reports', 'outbox'], () => import('./routes/reports/reports-page.tsx')),
  },
  {
    path: '/reports/:periodId/:senderId',
    lazy: withTexts(['reports', 'outbox'], () => import('./routes/reports/report-page.tsx')),
  },
  {
    path: '/outbox',
    lazy: withTexts('outbox', () => import('./routes/outbox/outbox-page.tsx')),
  },
  {
    path: '/report-completeness',
    lazy: withTexts(
      ['coverage', 'reports'],
      () => import('./routes/reports/completeness-page.tsx'),
    ),
  },
  {
    path: '/compiled-report',
    lazy: withTexts(['compiled', 'reports'], () => import('./routes/compiled/compiled-page.tsx')),
  },
  {
    path: '/compiled-report/parts',
    lazy: withTexts(['compiled', 'reports'], () => import('./routes/compiled/parts-page.tsx')),
  },
  {
    path: '/publications',
    lazy: withTexts('publications', () => import('./routes/publications/publications-page.tsx')),
  },
  {
    path: '/campaigns',
    lazy: withTexts('campaigns', () => import('./routes/campaigns/campaigns-page.tsx')),
  },
  {
    path: '/campaigns/:campaignId',
    lazy: withTexts('campaigns', () => import('./routes/campaigns/board-page.tsx')),
  },
  {
    path: '/campaigns/:campaignId/rounds/:roundId/:subjectId',
    lazy: withTexts('campaigns', () => import('./routes/campaigns/score-page.tsx')),
  },
  {
    path: '/awards',
    lazy: withTexts('awards', () => import('./routes/awards/awards-page.tsx')),
  },
  {
    path: '/awards/:awardId',
    lazy: withTexts('awards', () => import('./routes/awards/award-page.tsx')),
  },
  {
    path: '/grades',
    lazy: withTexts('grades', () => import('./routes/grades/grades-page.tsx')),
  },
  {
    path: '/grades/:yearId',
    lazy: withTexts('grades', () => import('./routes/grades/year-page.tsx')),
  },
  {
    path: '/grades/:yearId/:subjectId',
    lazy: withTexts('grades', () => import('./routes/grades/grade-page.tsx')),
  },
];
