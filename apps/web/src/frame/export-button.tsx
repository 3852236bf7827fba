import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { download } from '../api.ts';
import type { MessageId } from '../i18n/message.ts';
import { problemText } from '../i18n/problem-text.ts';

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
  const intl = useIntl();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async (at: number) => {
    const { ending, more } = kinds[at]!;
    setBusy(true);
    try {
      await download(exportPath(route, ending, { ...question, ...more }));
    } catch (problem) {
      void message.error(problemText(intl, problem));
    } finally {
      setBusy(false);
    }
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
                  onClick: () => void take(at),
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
