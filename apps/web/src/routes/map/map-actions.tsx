import { DownloadOutlined } from '@ant-design/icons';
import type { Level } from '@antt/contracts';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { download, saveFile } from '../../api.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { useAreaName } from '../../frame/area-control.tsx';
import { midSentence } from '../../i18n/mid-sentence.ts';
import type { LegendContent } from '../../map/legend.tsx';
import type { MapHandle } from '../../map/map-view.tsx';
import { composePicture } from '../../map/picture.ts';
import type { useFigures } from './figures.ts';
import type { useMapSearch } from './map-search.ts';

type Props = {
  search: ReturnType<typeof useMapSearch>;
  level: Level;
  figures: ReturnType<typeof useFigures>;
  legend: LegendContent;
  map: MapHandle | null;
  demo: boolean;
  credit: string | null;
};

const tables = [
  { format: 'xlsx', title: 'take.workbook', what: 'take.workbook.what' },
  { format: 'csv', title: 'take.csv', what: 'take.csv.what' },
  { format: 'geojson', title: 'take.geojson', what: 'take.geojson.what' },
] as const;

/** What is shown, taken away: the table as a file, the map as a picture, the list on paper. */
export function MapActions({ search, level, figures, legend, map, demo, credit }: Props) {
  const intl = useIntl();
  const { on, restate, apportioning } = useDay();
  const { within } = useArea();
  const areaName = useAreaName();
  const [open, setOpen] = useState(false);
  const { busy, attempt } = useAttempt();

  const take = (work: () => Promise<void>) => {
    setOpen(false);
    void attempt(work);
  };
  const table = (format: 'xlsx' | 'csv' | 'geojson') => {
    const query = new URLSearchParams({ on, level, metric: search.metric, sort: search.sort });
    if (search.work) query.set('work', search.work);
    if (restate) query.set('restate', restate);
    if (apportioning) query.set('apportioning', apportioning);
    if (within) query.set('within', within);
    if (search.gaps.length > 0) query.set('gap', search.gaps.join(','));
    if (search.q) query.set('q', search.q);
    return download(`/api/coverage.${format}?${query}`);
  };
  const picture = async () => {
    if (!map) return;
    const lack = search.gaps
      .map((gap) => midSentence(intl.formatMessage({ id: `gap.${gap}` })))
      .join('; ');
    const image = await composePicture(map, {
      title: legend.title,
      line: [
        intl.formatMessage(
          { id: 'picture.line' },
          { area: areaName ?? intl.formatMessage({ id: 'area.all' }), day: formatDay(on) },
        ),
        ...(search.gaps.length > 0 ? [intl.formatMessage({ id: 'picture.gaps' }, { lack })] : []),
      ].join(' · '),
      legend,
      mark: demo ? intl.formatMessage({ id: 'demo.mark' }) : null,
      credit,
    });
    saveFile(image, `${intl.formatMessage({ id: 'picture.file' })}-${on}.png`);
  };
  const paper = (size: 'A4' | 'A3') => {
    const query = new URLSearchParams({ on, metric: search.metric, paper: size });
    if (level !== 'village') query.set('level', level);
    if (search.work) query.set('work', search.work);
    if (within) query.set('within', within);
    return download(`/api/coverage/map.pdf?${query}`);
  };
  const canDraw = search.side === 'none' || !matchMedia('(max-width: 767px)').matches;

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="choices take">
          {tables.map(({ format, title, what }) => (
            <button key={format} type="button" onClick={() => take(() => table(format))}>
              <b>
                <FormattedMessage id={title} />
              </b>
              <span>
                <FormattedMessage id={what} values={{ count: figures.rows.length }} />
              </span>
            </button>
          ))}
          {canDraw && (
            <button type="button" onClick={() => take(picture)}>
              <b>
                <FormattedMessage id="take.picture" />
              </b>
              <span>
                <FormattedMessage id="take.picture.what" />
              </span>
            </button>
          )}
          {(['A4', 'A3'] as const).map((size) => (
            <button key={size} type="button" onClick={() => take(() => paper(size))}>
              <b>
                <FormattedMessage id={size === 'A4' ? 'take.map' : 'take.map.large'} />
              </b>
              <span>
                <FormattedMessage id="take.map.what" />
              </span>
            </button>
          ))}
          <button
            type="button"
            onClick={() => (setOpen(false), setTimeout(() => window.print(), 50))}
          >
            <b>
              <FormattedMessage id="take.paper" />
            </b>
            <span>
              <FormattedMessage id="take.paper.what" values={{ count: figures.rows.length }} />
            </span>
          </button>
        </div>
      }
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        <FormattedMessage id="take.title" />
      </Button>
    </Popover>
  );
}
