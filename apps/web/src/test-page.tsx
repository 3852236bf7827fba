import { getMe, listChangeDays, permissionsOf, type Me, type Role } from '@antt/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App as Messages } from 'antd';
import { IntlProvider } from 'react-intl';
import { createMemoryRouter, Outlet, RouterProvider, type RouteObject } from 'react-router';
import { vietnamese } from './test-text.ts';
import { MeContext } from './session/me.ts';
import type { FakeApi } from './test-answers.ts';

const id = (last: number) => `0199a000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Somebody with a role, over the whole installation unless an area is named. */
export function meAs(role: Role, area?: string): Me {
  return getMe.output.parse({
    account: { id: id(1), username: 'ai', fullName: 'Lê Thị Mai', mustChangePassword: false },
    roles: [role],
    permissions: [...permissionsOf[role]],
    areas: [
      {
        id: id(2),
        name: area ?? 'Toàn bộ địa bàn',
        unitIds: [],
        whole: area === undefined,
        from: '2024-07-01',
        to: null,
      },
    ],
  });
}

/** Draws routes as the frame would, for a person, with nothing kept between tests. */
export function draw(routes: RouteObject[], { at = '/', me }: { at?: string; me?: Me } = {}) {
  const router = createMemoryRouter(
    me
      ? [
          {
            element: (
              <MeContext value={me}>
                <Outlet />
              </MeContext>
            ),
            children: routes,
          },
        ]
      : routes,
    { initialEntries: [at] },
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const drawn = render(
    <QueryClientProvider client={queries}>
      <IntlProvider locale="vi" messages={vietnamese}>
        <Messages>
          <RouterProvider router={router} />
        </Messages>
      </IntlProvider>
    </QueryClientProvider>,
  );
  const search = () => new URLSearchParams(router.state.location.search);
  return { ...drawn, router, search };
}

/** What the frame itself asks on every page. */
export function answerFrame(api: FakeApi, me: Me) {
  api.on(getMe, () => me).on(listChangeDays, () => ({ items: [], nextCursor: null, total: 0 }));
}
