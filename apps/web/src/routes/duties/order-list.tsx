import { FileAddOutlined } from '@ant-design/icons';
import type { listDutyOrders } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button, Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { orderTitle } from './order-title.ts';

type Order = Output<typeof listDutyOrders>['items'][number];
type Props = {
  orders: readonly Order[];
  /** What the list was asked. */
  question: { from: string; to: string; within: string | undefined };
  onNew: () => void;
};
/** So many are shown at once; more open on demand. */
const few = 5;

/** The orders that touch the week: who sends whom where, and until when. */
export function OrderList({ orders, question, onNew }: Props) {
  const mayRecord = useMay('duty.approve');
  if (orders.length === 0 && !mayRecord) return null;
  return (
    <section className="duty-orders" aria-labelledby="duty-orders">
      <div className="duty-orders-head">
        <h2 id="duty-orders">
          <FormattedMessage id="duties.orders" values={{ count: orders.length }} />
        </h2>
        {orders.length > 0 && <ExportButton route="/duty-orders" question={question} />}
        {mayRecord && (
          <Button icon={<FileAddOutlined aria-hidden />} onClick={onNew}>
            <FormattedMessage id="duties.order.new" />
          </Button>
        )}
      </div>
      <Orders orders={orders.slice(0, few)} />
      {orders.length > few && (
        <details>
          <summary>
            <FormattedMessage id="duties.orders.more" values={{ count: orders.length - few }} />
          </summary>
          <Orders orders={orders.slice(few)} />
        </details>
      )}
    </section>
  );
}

function Orders({ orders }: { orders: readonly Order[] }) {
  return (
    <ul>
      {orders.map((order) => (
        <li key={order.id}>
          <div className="shift-line">
            <strong>{orderTitle(order)}</strong>
            <Tag>
              <FormattedMessage id={`duties.order.kind.${order.kind}`} />
            </Tag>
          </div>
          <div>{order.task}</div>
          <div className="shift-facts">
            <span className="tabular">
              {formatDay(order.from)}
              {order.to !== order.from && ` – ${formatDay(order.to)}`}
            </span>
            {order.commune && <span>{unitName(order.commune)}</span>}
            <span>
              <FormattedMessage
                id="duties.order.by"
                values={{ body: order.body, day: formatDay(order.signedOn) }}
              />
            </span>
            {order.outOfArea && (
              <span>
                <FormattedMessage
                  id="duties.order.away"
                  values={{ body: order.mobilisingBody ?? '' }}
                />
              </span>
            )}
            {order.hazardGrade !== null && (
              <span>
                <FormattedMessage
                  id="duties.order.hazard-of"
                  values={{ grade: order.hazardGrade }}
                />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
