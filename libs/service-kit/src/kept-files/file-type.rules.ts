import type { FileType } from '@antt/contracts';

const office = 'application/vnd.openxmlformats-officedocument';

/** What a file is by its first bytes, for Office files by what their archive holds; null for anything else. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const text = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 4) !== 'PK\x03\x04') return null;
  const names = new Set(namesInArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  // Macros run on whoever opens the file.
  if ([...names].some((name) => name.endsWith('vbaProject.bin'))) return null;
  if (!names.has('[Content_Types].xml')) return null;
  if (names.has('word/document.xml')) return `${office}.wordprocessingml.document`;
  if (names.has('xl/workbook.xml')) return `${office}.spreadsheetml.sheet`;
  return null;
}

/** The names in a zip's directory, which stands at its end (APPNOTE.TXT 4.3.12, 4.3.16). */
function* namesInArchive(zip: Buffer): Generator<string> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + 22 > zip.length) return;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    yield zip.toString('utf8', at + 46, at + 46 + name!);
    at += 46 + name! + extra! + comment!;
  }
}
