import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useAttempt } from '../act/attempt.ts';
import { download } from '../api.ts';
import type { MessageId } from '../i18n/message.ts';

type Question = Record<string, string | number | boolean | null | undefined>;
type Props = {
  /** The list's route, e.g. `/teams`; the server must know it (listText of the gateway). */
  route: string;
  /** What the page asks the list: the file holds the same rows, all pages of them. */
  question: Question;
  /** Its rows have a place on the map. */
  placed?: boolean;
  disabled?: boolean;
};

const kinds: { title: MessageId; ending: string; more?: Question; placed?: true }[] = [
  { title: 'export.xlsx', ending: 'xlsx' },
  { title: 'export.csv', ending: 'csv' },
  { title: 'export.semicolon', ending: 'csv', more: { separator: 'semicolon' } },
  { title: 'export.geojson', ending: 'geojson', placed: true },
];

/** The address of a list as a file. */
export function exportPath(route: string, ending: string, question: Question): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    if (name === 'cursor' || name === 'limit') continue;
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return `/api${route}.${ending}${query.size > 0 ? `?${query}` : ''}`;
}

/** Takes the list away as it is filtered now: as a workbook, as CSV, and for maps as GeoJSON. */
export function ExportButton({ route, question, placed = false, disabled = false }: Props) {
  const { busy, attempt } = useAttempt();
  const take = (at: number) => {
    const { ending, more } = kinds[at]!;
    void attempt(() => download(exportPath(route, ending, { ...question, ...more })));
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={disabled}
      menu={{
        items: kinds.flatMap(({ title, placed: onMap }, at) =>
          onMap && !placed
            ? []
            : [
                {
                  key: title,
                  label: <FormattedMessage id={title} />,
                  onClick: () => take(at),
                },
              ],
        ),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        <FormattedMessage id="export.title" />
      </Button>
    </Dropdown>
  );
}
