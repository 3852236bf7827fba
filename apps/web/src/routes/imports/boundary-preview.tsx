import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { previewJob } from '@antt/contracts';
import { Button, Checkbox } from 'antd';
import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { drawPreview } from './preview.rules.ts';

const closest = 24;

/** Where the file's outlines would lie, over those that stand. */
export function BoundaryPreview({ jobId }: { jobId: string }) {
  const intl = useIntl();
  const answer = useAnswer(previewJob, { id: jobId });
  const [shown, setShown] = useState({ file: true, standing: true });
  const [view, setView] = useState({ x: 0, y: 0, zoom: 1 });
  const drag = useRef<{ x: number; y: number } | null>(null);
  const preview = useMemo(
    () => (answer.data ? drawPreview(answer.data.features) : null),
    [answer.data],
  );

  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!preview) return <div className="bone preview-bone" aria-busy="true" />;
  if (preview.outlines.length === 0) return null;
  const { width, height, outlines } = preview;
  const size = { width: width / view.zoom, height: height / view.zoom };
  const zoom = (factor: number) =>
    setView((old) => {
      const next = Math.max(1, Math.min(closest, old.zoom * factor));
      // Around the middle of what is in sight.
      const x = old.x + (width / old.zoom - width / next) / 2;
      const y = old.y + (height / old.zoom - height / next) / 2;
      return next === 1 ? { x: 0, y: 0, zoom: 1 } : { x, y, zoom: next };
    });
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    if (!drag.current) return;
    const perPixel = size.width / event.currentTarget.clientWidth;
    const dx = (event.clientX - drag.current.x) * perPixel;
    const dy = (event.clientY - drag.current.y) * perPixel;
    drag.current = { x: event.clientX, y: event.clientY };
    setView((old) => ({ ...old, x: old.x - dx, y: old.y - dy }));
  };
  const toggle = (source: 'file' | 'standing') => (
    <Checkbox
      checked={shown[source]}
      onChange={({ target }) => setShown((old) => ({ ...old, [source]: target.checked }))}
    >
      <span className="preview-key" data-source={source} />
      <FormattedMessage id={`imports.preview-${source}`} />
    </Checkbox>
  );

  return (
    <section className="boundary-preview">
      <div className="toolbar">
        <h2>
          <FormattedMessage id="imports.preview" />
        </h2>
        {toggle('file')}
        {toggle('standing')}
        <span className="preview-zoom">
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'imports.zoom-in' })}
            onClick={() => zoom(1.6)}
          />
          <Button
            size="small"
            icon={<MinusOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'imports.zoom-out' })}
            onClick={() => zoom(1 / 1.6)}
          />
        </span>
      </div>
      <svg
        viewBox={`${view.x} ${view.y} ${size.width} ${size.height}`}
        role="img"
        aria-label={intl.formatMessage({ id: 'imports.preview' })}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onMove}
        onPointerUp={() => (drag.current = null)}
      >
        {(['standing', 'file'] as const)
          .filter((source) => shown[source])
          .map((source) => (
            <g key={source} data-source={source}>
              {outlines
                .filter((outline) => outline.source === source)
                .map(({ name, path }, index) => (
                  <path key={index} d={path}>
                    <title>{name}</title>
                  </path>
                ))}
            </g>
          ))}
      </svg>
      <p className="faint">
        <FormattedMessage id="imports.preview-note" />
      </p>
    </section>
  );
}
