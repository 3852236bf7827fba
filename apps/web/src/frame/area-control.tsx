import { ApartmentOutlined } from '@ant-design/icons';
import { getUnit } from '@antt/contracts';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { useDay } from '../day.ts';
import { unitName } from '../unit-name.ts';

import { useMe } from '../session/me.ts';

const AreaPanel = lazy(() => import('./area-panel.tsx'));

/** What areas of mine are called: the one of everything is named by the platform, others by whoever made them. */
export function useAreaNames(): (area: { name: string; whole: boolean }) => string {
  const intl = useIntl();
  return ({ name, whole }) => (whole ? intl.formatMessage({ id: 'area.whole' }) : name);
}

/** The name of the area all pages speak of. */
export function useAreaName(): string | undefined {
  const { within } = useArea();
  const { on } = useDay();
  const me = useMe();
  const nameOf = useAreaNames();
  const area = me.areas.find(({ id }) => id === within);
  const asked = within !== undefined && !area;
  const unit = useAnswer(
    getUnit,
    { id: within ?? '', on },
    { enabled: asked && me.permissions.includes('unit.read'), keep: true },
  );
  if (within === undefined) return me.areas.length === 1 ? nameOf(me.areas[0]!) : undefined;
  return area ? nameOf(area) : unit.data ? unitName(unit.data) : undefined;
}

/** What I may see, narrowed at will to an area of mine or a unit inside it. */
export function AreaControl() {
  const [open, setOpen] = useState(false);
  const { within } = useArea();
  const name = useAreaName();
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="area-panel" aria-busy="true" />}>
          <AreaPanel onDone={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button
        icon={<ApartmentOutlined aria-hidden />}
        className="area-control"
        data-moved={within !== undefined || undefined}
        aria-expanded={open}
      >
        <span className="clip">
          {name ?? <FormattedMessage id={within ? 'area.one' : 'area.all'} />}
        </span>
      </Button>
    </Popover>
  );
}
