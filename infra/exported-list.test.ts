import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportedLists } from '../apps/gateway/src/exports/exported-list.ts';

// The pages do not know the gateway: what they offer is read from their text.
const folder = join(import.meta.dirname, '../apps/web/src/routes');
const pages = globSync('*/*-page.tsx', { cwd: folder }).map((file) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
}));
const buttons = pages.flatMap(({ file, text }) =>
  [...text.matchAll(/<ExportButton\b[^>]*?route="(?<route>[^"]+)"[^>]*?\/>/g)].map((found) => ({
    file,
    route: found.groups!.route!,
    placed: /\splaced\b/.test(found[0]),
  })),
);

/** Pages with rows that another command than this button keeps. */
const keptOtherwise: Record<string, string> = {
  'comparison/comparison-page.tsx': 'a workbook with the totals of both sides',
  'compiled/parts-page.tsx':
    'what one figure is made of; the paper /compiled-report.docx keeps the report',
  'drafts/draft-page.tsx': 'the decision itself, as .docx and .xlsx',
  'recruitments/recruitment-page.tsx': 'who applied is part of one recruitment, no list of its own',
};

test('every page that lists rows offers them as a file', () => {
  const listing = pages.filter(({ text }) => /<(Sheet|DraftGrid|QuotaSheet)\b/.test(text));
  expect(listing.length).toBeGreaterThan(15);
  const without = listing
    .filter(({ file, text }) => !text.includes('<ExportButton') && !keptOtherwise[file])
    .map(({ file }) => file);
  expect(without).toEqual([]);
});

test('a page offers for the map exactly the lists that have places', () => {
  expect(buttons.length).toBeGreaterThan(20);
  const offered = buttons.map(({ file, route, placed }) => `${file} ${route} ${placed}`);
  const kept = buttons.map(({ file, route }) => {
    const list = exportedLists.find((one) => one.route === route);
    return `${file} ${route} ${list?.formats.includes('geojson')}`;
  });
  expect(offered).toEqual(kept);
});
