import type { ComponentProps, ReactNode } from 'react';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { PageSkeleton } from '../frame/splash.tsx';
import { useNarrow } from '../width.ts';
import { CardList } from './card-list.tsx';
import type { Column } from './column.ts';
import { Sheet } from './sheet.tsx';

/** What `usePages` answers, as far as a list shows it. */
type Pages<Row> = {
  items: Row[];
  data: unknown;
  isError: boolean;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
};
type Props<Row> = {
  list: Pages<Row>;
  label: string;
  columns: Column<Row>[];
  /** How a row stands as a card on a phone; without, it stands in the sheet there too. */
  card?: Pick<ComponentProps<typeof CardList<Row>>, 'title' | 'tag' | 'lines'>;
  /** The row that is open beside the list. */
  chosen?: string | undefined;
  /** Without, no row opens anything. */
  onOpen?: ((id: string) => void) | undefined;
  empty: ReactNode;
};

/** A list under its toolbar: what came, or that it is fetched, that it failed, or that there is nothing. */
export function Listed<Row extends { id: string }>(props: Props<Row>) {
  const { list, label, columns, card, chosen, onOpen, empty } = props;
  const narrow = useNarrow();
  const rows = { label, rows: list.items, idOf: ({ id }: Row) => id };
  const open = onOpen && (({ id }: Row) => onOpen(id));
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <PageSkeleton />}
      {list.data !== undefined && list.items.length === 0 && empty}
      {list.items.length > 0 &&
        (narrow && card ? (
          <CardList {...rows} {...card} onOpen={open} />
        ) : (
          <div className="list">
            <Sheet {...rows} columns={columns} chosen={chosen} {...(open && { onOpen: open })} />
          </div>
        ))}
    </>
  );
}
