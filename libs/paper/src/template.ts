import { readArchive, readingLimits } from '@antt/reading/archive';
import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';

/** What a template is filled with: texts by tag, and rows to repeat by tag. */
export type TemplateValues = { [tag: string]: string | TemplateValues[] };

/** A file that is no .docx, or one whose tags are not closed; `tags` names them. */
export class TemplateFault extends Error {
  readonly tags: string[];

  constructor(tags: string[] = []) {
    super('template cannot be read');
    this.tags = tags;
  }
}

/** An .docx template is text: more than this is no letter. */
const limits = { ...readingLimits, archiveEntries: 500, archiveBytes: 30 * 1024 * 1024 };

/** Tags as people type them: in any case, with any spaces, however their keyboard composes letters. */
export const tagName = (tag: string) => tag.normalize('NFC').trim().toLowerCase();

/** A template as far as it is text, packed anew so that nothing unchecked is ever inflated. */
export async function checkedTemplate(bytes: Uint8Array): Promise<Buffer> {
  const parts = await readArchive(bytes, () => true, limits).catch(() => {
    throw new TemplateFault();
  });
  if (!parts.has('word/document.xml')) throw new TemplateFault();
  const zip = new PizZip();
  for (const [name, content] of parts) {
    // Macros have no place in a form.
    if (!/vbaProject|vbaData/u.test(name)) zip.file(name, content);
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Every tag that a template names, of rows too. */
export function tagsOf(template: Uint8Array): string[] {
  const found = new Set<string>();
  const gather = (parts: DXT.Part[]): DXT.Part[] => {
    for (const part of parts) {
      if (part.type === 'placeholder') found.add(tagName(part.value));
      gather(part.subparsed ?? []);
    }
    return parts;
  };
  open(template, [{ name: 'tags', postparse: gather }]);
  return [...found];
}

/** Papers that say the same are the same bytes: no clock stands in them. */
const epoch = '2024-07-01T00:00:00Z';
const momentsOf = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/** The paper; a tag without a value is left as dots to be written in by hand. */
export function fillTemplate(template: Uint8Array, values: TemplateValues): Buffer {
  const paper = open(template);
  paper.render(values);
  const zip = paper.getZip() as PizZip;
  const core = zip.file('docProps/core.xml')?.asText();
  if (core !== undefined) zip.file('docProps/core.xml', core.replace(momentsOf, `$1${epoch}`));
  for (const entry of Object.values(zip.files)) entry.date = new Date(epoch);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const dots = '……………';

/** Reads a template; rows to repeat that have no value are left out. */
function open(template: Uint8Array, modules: DXT.Module[] = []): Docxtemplater {
  try {
    return new Docxtemplater(new PizZip(template), {
      modules,
      errorLogging: false,
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: (part: { module?: string }) => (part.module ? [] : dots),
      parser: (tag) => ({
        get: (scope: TemplateValues) => scope[tagName(tag)] || undefined,
      }),
    });
  } catch (error) {
    throw new TemplateFault(faultyTags(error));
  }
}

/** Of what docxtemplater says of a template, the tags that are not opened or closed as they should be. */
function faultyTags(error: unknown): string[] {
  const { properties } = error as { properties?: { errors?: unknown[]; xtag?: string } };
  const all = (properties?.errors ?? [error]) as { properties?: { xtag?: string } }[];
  return [...new Set(all.flatMap((one) => one.properties?.xtag ?? []))];
}
