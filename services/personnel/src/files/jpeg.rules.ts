import { exifOf, orientationOf } from './orientation.rules.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const [start, end, scan] = [0xd8, 0xd9, 0xda];
const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Frames, tables, restart interval, scans: what the picture is decoded from (ITU-T T.81, table B.1). */
const isPicture = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdf);

/**
 * A JPEG of the parts that it is decoded from: beside them the version of the format (without its smaller
 * picture), the colour profile and how colours are stored. It ends where the picture ends: what phones append
 * is another picture or a film.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format: Uint8Array[] = [];
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new UnreadablePicture(`no marker at ${at}`);
    const marker = view.getUint8(at + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) break;
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) throw new UnreadablePicture(`segment at ${at}`);
    const segment = bytes.subarray(at, next);
    if (marker === 0xe1 && text(segment, 4, 6) === 'Exif\0\0') {
      orientation = orientationOf(segment.subarray(10));
    }
    if (marker === 0xe0 && text(segment, 4, 5) === 'JFIF\0') format.push(withoutThumbnail(segment));
    else if (isPicture(marker) || isOfColour(marker, segment)) kept.push(segment);
    at = next;
    if (marker !== scan) continue;
    const from = at;
    at = endOfScan(bytes, at);
    kept.push(bytes.subarray(from, at));
  }
  if (kept.length === 0) throw new UnreadablePicture('no picture');
  return Buffer.concat([
    Uint8Array.of(0xff, start),
    ...format.slice(0, 1),
    ...turned(orientation),
    ...kept,
    Uint8Array.of(0xff, end),
  ]);
}

/** The colour profile, and whether colours are those of Adobe. */
function isOfColour(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return text(segment, 4, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && text(segment, 4, 5) === 'Adobe';
}

function withoutThumbnail(segment: Uint8Array): Uint8Array {
  // Identifier, version, units and densities; then how wide and high the smaller picture is: not at all.
  const kept = Uint8Array.from([...segment.subarray(0, 16), 0, 0]);
  kept.set([0, 16], 2);
  return kept;
}

/** The first marker that ends the data of a scan: neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const marker = bytes[at + 1]!;
    const inScan = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (bytes[at] === 0xff && !inScan) return at;
  }
  throw new UnreadablePicture('the picture has no end');
}

function turned(orientation: number): Uint8Array[] {
  const exif = exifOf(orientation);
  if (!exif) return [];
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]);
  return [Uint8Array.of(0xff, 0xe1, 0, body.length + 2), body];
}
