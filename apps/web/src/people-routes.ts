import { withTexts } from './i18n/text.ts';

/** Conditions of rates speak of people: their education, their village. */
const policyParts = ['pay', 'people', 'policies'] as const;

/** The pages about people of the force; each is loaded when it is first opened. */
export const peopleRoutes = [
  {
    path: '/people',
    lazy: withTexts('people', () => import('./routes/people/people-page.tsx')),
  },
  {
    path: '/people/:personId',
    lazy: withTexts(
      ['people', 'membership', 'records', 'claims', 'supervisions'],
      () => import('./routes/people/person-page.tsx'),
    ),
  },
  {
    path: '/records',
    lazy: withTexts(['people', 'records'], () => import('./routes/records/records-page.tsx')),
  },
  {
    path: '/settings',
    lazy: withTexts(['people', 'pay'], () => import('./routes/settings/settings-page.tsx')),
  },
  {
    path: '/paper-templates',
    lazy: withTexts('people', () => import('./routes/papers/paper-templates-page.tsx')),
  },
  {
    path: '/absences',
    lazy: withTexts('membership', () => import('./routes/absences/absences-page.tsx')),
  },
  {
    path: '/cessations',
    lazy: withTexts('membership', () => import('./routes/cessations/cessations-page.tsx')),
  },
  {
    path: '/claims',
    lazy: withTexts(
      ['membership', 'claims', 'pay'],
      () => import('./routes/claims/claims-page.tsx'),
    ),
  },
  {
    path: '/payrolls',
    lazy: withTexts(['pay', 'payrolls'], () => import('./routes/payrolls/payrolls-page.tsx')),
  },
  {
    path: '/payrolls/:id',
    lazy: withTexts(['pay', 'payrolls'], () => import('./routes/payrolls/payroll-page.tsx')),
  },
  {
    path: '/allowance-totals',
    lazy: withTexts(['pay', 'payrolls'], () => import('./routes/allowances/totals-page.tsx')),
  },
  {
    path: '/budgets',
    lazy: withTexts(
      ['pay', 'payrolls', 'budgets'],
      () => import('./routes/budgets/budgets-page.tsx'),
    ),
  },
  {
    path: '/supervisions',
    lazy: withTexts(
      ['people', 'membership', 'supervisions'],
      () => import('./routes/supervisions/supervisions-page.tsx'),
    ),
  },
  {
    path: '/courses',
    lazy: withTexts('membership', () => import('./routes/courses/courses-page.tsx')),
  },
  {
    path: '/courses/:courseId',
    lazy: withTexts('membership', () => import('./routes/courses/course-page.tsx')),
  },
  {
    path: '/supplies',
    lazy: withTexts('membership', () => import('./routes/supplies/supplies-page.tsx')),
  },
  {
    path: '/recruitments',
    lazy: withTexts('recruitments', () => import('./routes/recruitments/recruitments-page.tsx')),
  },
  {
    path: '/recruitments/:recruitmentId',
    lazy: withTexts(
      ['people', 'recruitments'],
      () => import('./routes/recruitments/recruitment-page.tsx'),
    ),
  },
  {
    path: '/policies',
    lazy: withTexts(['pay', 'policies'], () => import('./routes/policies/policies-page.tsx')),
  },
  {
    path: '/policies/new',
    lazy: withTexts(policyParts, () => import('./routes/policies/policy-edit-page.tsx')),
  },
  {
    path: '/policies/:policyId',
    lazy: withTexts(policyParts, () => import('./routes/policies/policy-page.tsx')),
  },
  {
    path: '/policies/:policyId/edit',
    lazy: withTexts(policyParts, () => import('./routes/policies/policy-edit-page.tsx')),
  },
  {
    path: '/policies/:policyId/comparison',
    lazy: withTexts(policyParts, () => import('./routes/policies/comparison-page.tsx')),
  },
  {
    path: '/rate-tables',
    lazy: withTexts(['policies'], () => import('./routes/rate-tables/rate-tables-page.tsx')),
  },
];
