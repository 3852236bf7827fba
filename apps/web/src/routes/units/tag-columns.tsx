import type { Tag } from '@antt/contracts';
import { Button } from 'antd';
import type { IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { familyName } from './tag-text.ts';

/** The columns of the vocabulary; the name opens the form for whoever may change it. */
export function tagColumns(
  intl: IntlShape,
  narrow: boolean,
  onChange: ((tag: Tag) => void) | null,
): Column<Tag>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const levels = (tag: Tag) => tag.levels.map((level) => title(`units.level.${level}`)).join(', ');
  const familyOf = ({ family }: Tag) => family && familyName(intl, family);
  const columns: Column<Tag>[] = [
    {
      id: 'n',
      title: title('units.n'),
      align: 'center',
      width: 52,
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'name',
      title: title('tags.name'),
      cell: (tag) =>
        onChange ? (
          <Button type="link" size="small" onClick={() => onChange(tag)}>
            {tag.name}
          </Button>
        ) : (
          tag.name
        ),
      order: ({ name }) => name,
      text: ({ name }) => name,
    },
    {
      id: 'name-en',
      title: title('tags.name-en'),
      width: narrow ? 130 : 240,
      cell: ({ nameEn }) => nameEn,
      order: ({ nameEn }) => nameEn,
      text: ({ nameEn }) => nameEn,
    },
    {
      id: 'code',
      title: title('tags.code'),
      width: 200,
      cell: ({ code }) => code,
      order: ({ code }) => code,
      text: ({ code }) => code,
    },
    {
      id: 'levels',
      title: title('tags.levels'),
      width: 200,
      cell: levels,
      order: levels,
      text: levels,
    },
    {
      id: 'family',
      title: title('tags.family'),
      width: 180,
      cell: (tag) => familyOf(tag) ?? '–',
      order: familyOf,
      text: familyOf,
    },
  ];
  return narrow ? columns.filter(({ id }) => ['name', 'name-en'].includes(id)) : columns;
}
