import { Problem } from '@antt/kernel';
import { useRouteError } from 'react-router';
import { noConnection } from '../api.ts';
import { ProblemPanel } from './problem-panel.tsx';

/** A page that cannot be drawn, most often because its file could not be fetched: say so, offer again. */
export function PageFailure() {
  const error = useRouteError();
  const unreachable = error instanceof TypeError && /import|fetch/i.test(error.message);
  const problem = error instanceof Problem ? error : unreachable ? noConnection() : error;
  return (
    <main className="alone">
      <ProblemPanel problem={problem} onRetry={() => location.reload()} />
    </main>
  );
}
