import {
  type Application,
  type Background,
  DossierPart,
  type HealthCertificate,
} from '@antt/contracts';
import type { FileFieldsOf } from './file-fields.tsx';

type Measure = 'prosecuted' | 'servingSentence' | 'judicialMeasure' | 'administrativeMeasure';
export const measures = [
  'prosecuted',
  'servingSentence',
  'judicialMeasure',
  'administrativeMeasure',
] as const satisfies Measure[];

type Filed = Pick<Application, 'dossier' | 'residentSince' | 'backgroundKnown' | 'healthKnown'>;

/** One reading of a file: parts that did not come in, and what a recognition asks and is not recorded yet. */
export function lacksOf({ dossier, residentSince, backgroundKnown, healthKnown }: Filed) {
  return {
    parts: DossierPart.options.filter((part) => !dossier.includes(part)),
    unrecorded: [
      residentSince === null && ('residence' as const),
      !backgroundKnown && ('background' as const),
      !healthKnown && ('health' as const),
    ].filter((one) => one !== false),
  };
}

export type CheckedFields = FileFieldsOf & {
  background?: Pick<Background, 'checkedOn' | 'positive' | 'formerRecord'> & {
    measures?: Measure[];
    expungedBy?: string;
  };
  health?: HealthCertificate;
};

/**
 * What a form changes of a file: only what was touched is sent, since what is sealed cannot be read back, and
 * the parts of a list that is approved stay as they are.
 */
export function changesOf(
  { dossier, residentSince }: Pick<Application, 'dossier' | 'residentSince'>,
  fields: CheckedFields,
  { isListed, opened }: { isListed: boolean; opened: readonly ('background' | 'health')[] },
) {
  const parts = fields.dossier ?? [];
  const isOther = [...parts].sort().join() !== [...dossier].sort().join();
  const since = fields.residentSince ?? null;
  const { background, health } = fields;
  return {
    ...(isOther && !isListed ? { dossier: parts } : {}),
    ...(since !== residentSince ? { residentSince: since } : {}),
    ...(opened.includes('background') && background
      ? { background: backgroundOf(background) }
      : {}),
    ...(opened.includes('health') && health ? { health } : {}),
  };
}

function backgroundOf({
  measures: met = [],
  expungedBy = '',
  ...rest
}: NonNullable<CheckedFields['background']>): Background {
  const answers = Object.fromEntries(measures.map((one) => [one, met.includes(one)]));
  return {
    ...rest,
    ...(answers as Record<Measure, boolean>),
    expungedBy: rest.formerRecord === 'expunged' ? expungedBy : '',
  };
}
