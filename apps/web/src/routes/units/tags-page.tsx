import '../../list-page.css';
import './units.css';
import { PlusOutlined } from '@ant-design/icons';
import { listTags, type Tag } from '@antt/contracts';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { answers } from '../../search.rules.ts';
import { useMay, useMe } from '../../session/me.ts';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { tagColumns } from './tag-columns.tsx';

const VocabularyForm = lazy(() => import('./vocabulary-form.tsx'));

/** The vocabulary of tags. It belongs to the whole installation, so it is changed by whoever has all of it. */
export function Component() {
  const intl = useIntl();
  const [search, setSearch] = useSearchParams();
  const everywhere = useMe().areas.some(({ whole }) => whole);
  const mayDefine = useMay('unit.write') && everywhere;
  const tags = useAnswer(listTags, {});
  const [changed, setChanged] = useState<Tag | 'new' | null>(null);
  const q = search.get('q') ?? '';
  const set = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const columns = tagColumns(intl, useNarrow(), mayDefine ? setChanged : null);
  const sort = readSort(search.get('sort') ?? 'code');
  const all = tags.data?.items ?? [];
  const found = all.filter((tag) => answers(`${tag.code} ${tag.name} ${tag.nameEn}`, q));
  const rows = sorted(found, columns, sort);

  return (
    <div className="list-page units">
      <PageHeader
        title={<FormattedMessage id="tags.title" />}
        note={<FormattedMessage id="tags.note" />}
      >
        <ExportButton route="/tags" question={{}} />
        {mayDefine && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setChanged('new')}
          >
            <FormattedMessage id="tags.new" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Input
          className="find"
          allowClear
          value={q}
          placeholder={intl.formatMessage({ id: 'tags.find' })}
          aria-label={intl.formatMessage({ id: 'tags.find' })}
          onChange={({ target }) => set('q', target.value)}
        />
        {!tags.isPending && (
          <span className="count">
            <FormattedNumber value={rows.length} /> <FormattedMessage id="tags.counted" />
          </span>
        )}
      </div>
      {tags.isError && <ProblemPanel problem={tags.error} onRetry={() => void tags.refetch()} />}
      {tags.isPending ? (
        <PageSkeleton />
      ) : (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'tags.title' })}
            columns={columns}
            rows={rows}
            idOf={({ code }) => code}
            sort={sort}
            onSort={(next) => set('sort', writeSort(next))}
            onOpen={(tag) => mayDefine && setChanged(tag)}
            empty={
              <EmptyState title={<FormattedMessage id="tags.none" />}>
                <FormattedMessage id="tags.none-note" />
              </EmptyState>
            }
          />
        </div>
      )}
      {changed && (
        <Suspense fallback={null}>
          <VocabularyForm
            tag={changed === 'new' ? null : changed}
            known={all}
            onClose={() => setChanged(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
