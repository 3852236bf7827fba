import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useIntl } from 'react-intl';

type Props = {
  n: number;
  count: number;
  /** What the rows belong to, for who hears the buttons only. */
  what: string;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: (() => void) | undefined;
};

/** What can be done with a row whose order counts: up, down, a copy below, away. */
export function RowActions({ n, count, what, onMove, onDuplicate, onRemove }: Props) {
  const intl = useIntl();
  const actions = [
    { id: 'up', icon: ArrowUpOutlined, act: n > 0 ? () => onMove(-1) : undefined },
    { id: 'down', icon: ArrowDownOutlined, act: n < count - 1 ? () => onMove(1) : undefined },
    { id: 'duplicate', icon: CopyOutlined, act: onDuplicate },
    { id: 'remove', icon: DeleteOutlined, act: onRemove },
  ] as const;
  return (
    <span className="row-buttons">
      {actions.map(({ id, icon: Icon, act }) => {
        const label = intl.formatMessage({ id: `policies.row.${id}` }, { n: n + 1, what });
        return (
          <Button
            key={id}
            size="small"
            type="text"
            icon={<Icon aria-hidden />}
            aria-label={label}
            title={label}
            disabled={!act}
            onClick={act}
          />
        );
      })}
    </span>
  );
}
