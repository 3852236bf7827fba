import boldLatin from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import boldVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff2?url';
import mediumLatin from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url';
import mediumVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-500-normal.woff2?url';
import type { StyleSpecification } from 'maplibre-gl';
import { bold, medium } from './style.ts';

const absolute = (path: string) => new URL(path, location.href).href;

/** What the file with the Vietnamese letters holds. */
const vietnamese =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'.split(
    ',',
  );

const faces = (vi: string, latin: string) => [
  { url: absolute(vi), 'unicode-range': vietnamese },
  { url: absolute(latin) },
];

/**
 * MapLibre draws the letters itself from these files, without a glyph server. Noto Sans and not the
 * interface's font: MapLibre 6.17 misplaces capitals with two marks of that one (Ễ, Ố).
 */
export const fonts = {
  [medium]: faces(mediumVietnamese, mediumLatin),
  [bold]: faces(boldVietnamese, boldLatin),
} as StyleSpecification['font-faces'];
