/*
 * How to add a page:
 * 1. routes/<noun>/<noun>-page.tsx exports `Component` (and, if it wants, `ErrorBoundary`);
 * 2. a line in `pages` of frame/page.ts says its path, title, icon and who sees it in the navigation;
 * 3. a line in `routes` below, of a page about people in people-routes.ts, loads it when it is first opened;
 * 4. its texts go into a part of their own (i18n/part.ts), which the line in `routes` fetches with
 *    `withTexts`; what several pages say stands in i18n/vi.json and i18n/en.json (a test compares the keys),
 *    what the frame and the sign-in page say in i18n/frame.*.json, which is part of the first load.
 * A page asks with `useAnswer(operation, input)` and commands with `useCommand(operation)`; it reads the
 * day with `useDay()`, the area with `useArea()`, and keeps every filter of its own in the address.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, type ConfigProviderProps } from 'antd';
import vietnamese from 'antd/es/locale/vi_VN.js';
import { useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from './answer.ts';
import { Frame } from './frame/frame.tsx';
import { PageFailure } from './frame/page-failure.tsx';
import { PageSkeleton } from './frame/splash.tsx';
import { useLanguage } from './i18n/language-context.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { withTexts } from './i18n/text.ts';
import { peopleRoutes } from './people-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { SignInPage } from './routes/sign-in/sign-in-page.tsx';
import { theme } from './theme.ts';
import { useNarrow } from './width.ts';

// antd's types speak of its CommonJS build; the bundler takes the module itself.
const locale = vietnamese as unknown as ConfigProviderProps['locale'];

const routes = [
  { path: '/sign-in', element: <SignInPage /> },
  {
    path: '/password',
    hydrateFallbackElement: <PageSkeleton />,
    lazy: withTexts('pages', () => import('./routes/password/password-page.tsx')),
  },
  {
    element: <Frame />,
    errorElement: <PageFailure />,
    children: [
      {
        // Pages wait for their texts; the frame brings its own.
        lazy: withTexts('pages', () => import('./frame/messages.tsx')),
        errorElement: <PageFailure />,
        hydrateFallbackElement: <PageSkeleton />,
        children: [
          { index: true, lazy: withTexts('units', () => import('./routes/home/home-page.tsx')) },
          {
            path: '/worklist/:kind',
            lazy: withTexts('units', () => import('./routes/worklist/work-page.tsx')),
          },
          {
            path: '/units',
            lazy: withTexts('units', () => import('./routes/units/units-page.tsx')),
          },
          {
            path: '/units/tags',
            lazy: withTexts('units', () => import('./routes/units/tags-page.tsx')),
          },
          {
            path: '/units/standards',
            lazy: withTexts('units', () => import('./routes/units/standards-page.tsx')),
          },
          {
            path: '/units/:unitId',
            lazy: withTexts('units', () => import('./routes/units/unit-page.tsx')),
          },
          {
            path: '/gaps',
            lazy: withTexts('coverage', () => import('./routes/gaps/gaps-page.tsx')),
          },
          {
            path: '/force-statistics',
            lazy: withTexts('statistics', () => import('./routes/statistics/force-page.tsx')),
          },
          { path: '/map', lazy: () => import('./routes/map/map-page.tsx') },
          {
            path: '/coverage/:view',
            lazy: withTexts('coverage', () => import('./routes/coverage/coverage-page.tsx')),
          },
          {
            path: '/criteria',
            lazy: withTexts('criteria', () => import('./routes/criteria/criteria-list-page.tsx')),
          },
          {
            path: '/criteria/:criteriaId',
            lazy: withTexts(
              ['criteria', 'units'],
              () => import('./routes/criteria/criteria-page.tsx'),
            ),
          },
          {
            path: '/quotas',
            lazy: withTexts('drafts', () => import('./routes/quotas/quotas-page.tsx')),
          },
          {
            path: '/quotas/comparison',
            lazy: withTexts('drafts', () => import('./routes/comparison/comparison-page.tsx')),
          },
          {
            path: '/drafts',
            lazy: withTexts('drafts', () => import('./routes/drafts/drafts-page.tsx')),
          },
          {
            path: '/drafts/:id',
            lazy: withTexts('drafts', () => import('./routes/drafts/draft-page.tsx')),
          },
          ...reportRoutes,
          {
            path: '/duties',
            lazy: withTexts('duties', () => import('./routes/duties/duties-page.tsx')),
          },
          {
            path: '/transitions',
            lazy: withTexts('drafts', () => import('./routes/transitions/transitions-page.tsx')),
          },
          {
            path: '/proposals',
            lazy: withTexts('drafts', () => import('./routes/proposals/proposals-page.tsx')),
          },
          {
            path: '/instruments',
            lazy: withTexts(
              'instruments',
              () => import('./routes/instruments/instruments-page.tsx'),
            ),
          },
          {
            path: '/instruments/:id',
            lazy: withTexts(
              'instruments',
              () => import('./routes/instruments/instrument-page.tsx'),
            ),
          },
          { path: '/imports', lazy: () => import('./routes/imports/imports-page.tsx') },
          { path: '/imports/:jobId', lazy: () => import('./routes/imports/job-page.tsx') },
          {
            path: '/reorganisations',
            lazy: withTexts(
              'reorganisations',
              () => import('./routes/reorganisations/reorganisations-page.tsx'),
            ),
          },
          {
            path: '/reorganisations/new',
            lazy: withTexts(
              ['instruments', 'reorganisations'],
              () => import('./routes/reorganisations/wizard-page.tsx'),
            ),
          },
          {
            path: '/consolidations',
            lazy: withTexts(
              'consolidations',
              () => import('./routes/consolidations/consolidations-page.tsx'),
            ),
          },
          {
            path: '/teams',
            lazy: withTexts('teams', () => import('./routes/teams/teams-page.tsx')),
          },
          {
            path: '/teams/:teamId',
            lazy: withTexts(
              ['equipment', 'people', 'teams'],
              () => import('./routes/teams/team-page.tsx'),
            ),
          },
          {
            path: '/workplaces',
            lazy: withTexts('workplaces', () => import('./routes/workplaces/workplaces-page.tsx')),
          },
          {
            path: '/workplaces/:workplaceId',
            lazy: withTexts(
              ['equipment', 'workplaces'],
              () => import('./routes/workplaces/workplace-page.tsx'),
            ),
          },
          {
            path: '/equipment',
            lazy: withTexts('equipment', () => import('./routes/equipment/equipment-page.tsx')),
          },
          ...peopleRoutes,
          {
            path: '/accounts',
            lazy: withTexts('administration', () => import('./routes/accounts/accounts-page.tsx')),
          },
          {
            path: '/audit',
            lazy: withTexts('administration', () => import('./routes/audit/audit-page.tsx')),
          },
          {
            path: '/tokens',
            lazy: withTexts('administration', () => import('./routes/tokens/tokens-page.tsx')),
          },
          {
            path: '/notices',
            lazy: withTexts('administration', () => import('./routes/notices/notices-page.tsx')),
          },
          { path: '*', lazy: () => import('./routes/missing-page.tsx') },
        ],
      },
    ],
  },
];

/** A form that is not sent puts the keyboard where something is missing. */
const atFirstError = { scrollToFirstError: { focus: true, block: 'center' as const } };

function Themed() {
  const { language } = useLanguage();
  const [router] = useState(() => createBrowserRouter(routes));
  const narrow = useNarrow();
  return (
    <ConfigProvider
      theme={theme}
      componentSize={narrow ? 'large' : 'middle'}
      form={atFirstError}
      {...(language === 'vi' ? { locale } : {})}
    >
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

export function App() {
  const [queries] = useState(newQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
