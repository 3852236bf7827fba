import { FormattedMessage } from 'react-intl';
import { useWork } from '../worklist/use-work.ts';
import { WorkEntries } from '../worklist/work-entries.tsx';

/** What is due, wrong or waiting in one unit; nothing where nothing is. */
function UnitWork({ id }: { id: string }) {
  const { entries } = useWork({ of: id });
  if (entries.length === 0) return null;
  return (
    <section className="unit-work">
      <h3>
        <FormattedMessage id="home.gaps" />
      </h3>
      <WorkEntries entries={entries} within={id} />
    </section>
  );
}

export { UnitWork as default };
