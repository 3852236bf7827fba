import '../../list-page.css';
import './coverage.css';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { PageSkeleton } from '../../frame/splash.tsx';
import { Component as MissingPage } from '../missing-page.tsx';

const views = {
  series: lazy(() => import('./series-page.tsx')),
  comparison: lazy(() => import('./two-days-page.tsx')),
  groups: lazy(() => import('./groups-page.tsx')),
};

/** Coverage otherwise than as a map of one day: over time, of two days, by what is no unit of the day. */
export function Component() {
  const { view = '' } = useParams();
  if (!Object.hasOwn(views, view)) return <MissingPage />;
  const View = views[view as keyof typeof views];
  return (
    <Suspense fallback={<PageSkeleton />}>
      <View />
    </Suspense>
  );
}
