import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { type AnyWorkKind, useWork } from '../worklist/use-work.ts';

const all = 'all';

type Props = { kind: AnyWorkKind | undefined; onKind: (kind: AnyWorkKind | undefined) => void };

/** Which work the map counts: all of it, or one of the kinds that wait in the area, each with how much of it does. */
function WorkChoice({ kind, onKind }: Props) {
  const intl = useIntl();
  const { entries } = useWork();
  const kinds = entries.map((entry) => entry.kind);
  const counted = (one: AnyWorkKind) => entries.find((entry) => entry.kind === one)?.count ?? 0;
  const offered = kind && !kinds.includes(kind) ? [kind, ...kinds] : kinds;
  return (
    <Select<AnyWorkKind | typeof all>
      value={kind ?? all}
      className="work-choice"
      listHeight={420}
      aria-label={intl.formatMessage({ id: 'map.work' })}
      popupMatchSelectWidth={false}
      options={[
        { value: all, label: intl.formatMessage({ id: 'map.work.all' }) },
        ...offered.map((value) => ({
          value,
          label: intl.formatMessage(
            { id: 'map.work.kind' },
            { kind: intl.formatMessage({ id: `work.${value}` }), count: counted(value) },
          ),
        })),
      ]}
      onChange={(value) => onKind(value === all ? undefined : value)}
    />
  );
}

// React.lazy takes a default export.
export { WorkChoice as default };
