import { inflateSync } from 'node:zlib';

type Path = { width: number; height: number };

/** What a test wants to know of a PDF that pdfkit made: not a reader of any PDF. */
export function readPdf(bytes: Buffer) {
  const source = bytes.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const streamOf = (body: string): string => {
    const from = body.indexOf('stream\n') + 7;
    const raw = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1');
    return (body.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
  };
  const bodies = [...objects.values()];
  const page = bodies.filter((body) => /\/Type \/Page\b/.test(body));
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page[0]!)![1]!)!);
  const maps = new Map<string, Map<string, string>>();
  for (const body of bodies) {
    for (const [, font, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1];
      if (unicode) maps.set(font!, readMap(streamOf(objects.get(unicode)!)));
    }
  }
  return {
    pages: page.length,
    size: /\/MediaBox \[([^\]]+)\]/.exec(page[0]!)![1]!.split(' ').map(Number).slice(2),
    images: bodies.filter((body) => /\/Subtype \/Image/.test(body)).length,
    fonts: bodies
      .filter((body) => /\/Type \/FontDescriptor/.test(body))
      .map((body) => ({
        embedded: /\/FontFile[23]? \d+/.test(body),
        subset: /\/FontName \/[A-Z]{6}\+/.test(body),
      })),
    fills: content.match(/\n(?:f|B)\*?\n/g)?.length ?? 0,
    text: textOf(content, maps),
    paths: pathsOf(content),
  };
}

function readMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const codes = list!.match(/<([^>]*)>/g) ?? [];
    for (const [n, code] of codes.entries()) {
      const letters = code.slice(1, -1).match(/\w{4}/g) ?? [];
      const glyph = (parseInt(from!, 16) + n).toString(16).padStart(4, '0');
      map.set(glyph, String.fromCharCode(...letters.map((one) => parseInt(one, 16))));
    }
  }
  return map;
}

function textOf(content: string, maps: ReadonlyMap<string, Map<string, string>>): string {
  let font = '';
  const lines: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = name;
    else {
      const glyphs = [...shown!.matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex!.match(/\w{4}/g)!);
      lines.push(glyphs.map((glyph) => maps.get(font)?.get(glyph.toLowerCase()) ?? '?').join(''));
    }
  }
  return lines.join(' ').normalize('NFC').replace(/\s+/g, ' ');
}

/** The size of each closed line of points, in points of the sheet. */
function pathsOf(content: string): Path[] {
  const paths: Path[] = [];
  let points: [number, number][] = [];
  for (const line of content.split('\n')) {
    const [, x, y, sign] = /^(-?[\d.]+) (-?[\d.]+) ([ml])$/.exec(line) ?? [];
    if (sign === 'm') points = [];
    if (sign) points.push([Number(x), Number(y)]);
    if (line !== 'h') continue;
    const size = (axis: 0 | 1) => {
      const values = points.map((point) => point[axis]);
      return Math.max(...values) - Math.min(...values);
    };
    paths.push({ width: size(0), height: size(1) });
  }
  return paths;
}
