import { CalendarOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay, useDay } from '../day.ts';

const DayPanel = lazy(() => import('./day-panel.tsx'));

/** "Tính đến ngày …": today without colour, any other day in one that is seen. */
export function DayControl() {
  const { on, isToday, restate } = useDay();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="day-panel" aria-busy="true" />}>
          <DayPanel onDone={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button
        icon={<CalendarOutlined aria-hidden />}
        className="day-control"
        data-moved={!isToday || undefined}
        data-restated={restate !== undefined || undefined}
        aria-expanded={open}
      >
        <span className="only-wide">
          <FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />
        </span>
        <span className="only-narrow">
          <FormattedMessage id="day.as-of-short" values={{ day: formatDay(on) }} />
        </span>
        {restate && (
          <span className="day-restated">
            <FormattedMessage id="day.restated" values={{ day: formatDay(restate) }} />
          </span>
        )}
      </Button>
    </Popover>
  );
}
