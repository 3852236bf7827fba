import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orientationOf } from './orientation.rules.ts';
import { withoutMetadata } from './picture.rules.ts';
import { device, exif, latitude, type PictureType, plain, withTraces } from './test-picture.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const types = Object.keys(plain) as PictureType[];
const clean = (type: PictureType, bytes: Uint8Array) => Buffer.from(withoutMetadata(type, bytes));

describe.each(types)('%s', (type) => {
  test('says nothing any more of where and by what it was taken', () => {
    const traced = withTraces(type);
    const left = clean(type, traced);
    for (const trace of [Buffer.from(device), latitude]) {
      expect(traced.includes(trace)).toBe(true);
      expect(left.includes(trace)).toBe(false);
    }
    for (const word of ['xap', 'xmp', 'XMP', 'Photoshop', 'Comment', 'tIME']) {
      expect(left.includes(word)).toBe(false);
    }
  });

  test('shows the same points in the same colours: an upright one is what it was without the traces', () => {
    expect(clean(type, withTraces(type, 1)).equals(clean(type, plain[type]))).toBe(true);
    expect(clean(type, plain[type]).equals(plain[type])).toBe(true);
  });

  test('stays turned as it was, and cleaned once more it is the same', () => {
    const left = clean(type, withTraces(type, 6));
    expect(left.equals(clean(type, plain[type]))).toBe(false);
    expect(orientationOf(left.subarray(left.indexOf('MM\0*')))).toBe(6);
    expect(clean(type, left).equals(left)).toBe(true);
  });

  test('that is cut off or damaged is refused as unreadable or read, and nothing worse', () => {
    const traced = withTraces(type);
    fc.assert(
      fc.property(fc.nat(traced.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const damaged = Buffer.from(cut ? traced.subarray(0, at) : traced);
        if (!cut) damaged[at] = value;
        try {
          clean(type, damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadablePicture);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('of EXIF only a turn that there is, is read', () => {
  expect(orientationOf(exif(8))).toBe(8);
  expect(orientationOf(exif(9))).toBe(1);
  expect(orientationOf(exif(6).subarray(0, 20))).toBe(1);
  expect(orientationOf(Buffer.from('nothing of the kind'))).toBe(1);
});
