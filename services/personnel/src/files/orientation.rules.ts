/** How a picture is turned (EXIF tag 0x0112): 1 is upright, up to 8. */
export type Orientation = number;

const upright: Orientation = 1;
const tag = 0x0112;

/** What EXIF says of it; upright where it says nothing that can be read. `tiff` begins with `II` or `MM`. */
export function orientationOf(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const little = view.getUint16(0) === 0x4949;
    if (!little && view.getUint16(0) !== 0x4d4d) return upright;
    const entries = view.getUint32(4, little);
    const count = view.getUint16(entries, little);
    for (let n = 0; n < count; n++) {
      const entry = entries + 2 + 12 * n;
      if (view.getUint16(entry, little) !== tag) continue;
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : upright;
    }
    return upright;
  } catch (error) {
    if (error instanceof RangeError) return upright;
    throw error;
  }
}

/** EXIF that says this and nothing else; null for an upright picture, which needs none. */
export function exifOf(orientation: Orientation): Uint8Array | null {
  if (orientation === upright) return null;
  // Big-endian TIFF, one directory at 8 with one entry: a short, once; no further directory.
  return Uint8Array.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}
