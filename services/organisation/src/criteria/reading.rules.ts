import { contradictionsOf, CriteriaDocument, problem } from '@antt/contracts';

type Place = Record<string, unknown>;

/** The document with the settings of every chosen reading in it: what is applied. */
export function asChosen(document: CriteriaDocument): CriteriaDocument {
  const chosen = structuredClone(document);
  for (const { options, chosen: id } of document.readings) {
    for (const { path, value } of options.find((option) => option.id === id)?.set ?? []) {
      put(chosen as unknown as Place, path, value);
    }
  }
  return chosen;
}

/** What a document lays down must not contradict itself, whichever of its readings is chosen. */
export function assertSound(document: CriteriaDocument): void {
  const [first] = contradictionsOf(document);
  if (first) {
    const { code, path, ...told } = first;
    throw problem(code, { ...told, errors: [{ path: `document.${path}`, message: code }] });
  }
  assertReadingsFit(document);
}

/** Every option must leave a document that can be applied. */
function assertReadingsFit(document: CriteriaDocument): void {
  for (const [n, reading] of document.readings.entries()) {
    for (const [m, option] of reading.options.entries()) {
      const readings = document.readings.with(n, { ...reading, chosen: option.id });
      const path = `document.readings.${n}.options.${m}.set`;
      try {
        const parsed = CriteriaDocument.safeParse(asChosen({ ...document, readings }));
        if (parsed.success && contradictionsOf(parsed.data).length === 0) continue;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      throw problem('criteria-reading-does-not-fit', {
        question: reading.question,
        option: option.text,
        errors: [{ path, message: 'criteria-reading-does-not-fit' }],
      });
    }
  }
}

function put(document: Place, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let place: unknown = document;
  for (const step of steps) place = own(place, step);
  if (
    typeof place !== 'object' ||
    place === null ||
    !(Array.isArray(place) ? last in place : true)
  ) {
    throw new RangeError(`no such place: ${path}`);
  }
  (place as Place)[last] = value;
}

function own(place: unknown, step: string): unknown {
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) {
    throw new RangeError(`no such place: ${step}`);
  }
  return (place as Place)[step];
}
