import { event, operation, pageOf, PlainDate, today } from '@antt/kernel';
import { z } from 'zod';
import type { Permission } from '../role.ts';
import { Position } from './posting.ts';
import { RosterRemark } from './roster.ts';

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** The highest level that somebody completed; Law 30/2023/QH15 Art. 13.3 asks for lower secondary. */
export const Education = z.enum([
  'none',
  'primary',
  'lower-secondary',
  'upper-secondary',
  /** Sơ cấp: a trade learnt within a year, whatever school was finished before. */
  'elementary',
  'intermediate',
  'college',
  'university',
  'postgraduate',
]);
export type Education = z.infer<typeof Education>;

/** 12 digits; 9 of a paper from before 2016 are taken with a warning (law BR-25). */
export const CitizenId = z.string().regex(/^(\d{12}|\d{9})$/);

const text = (longest: number) => z.string().trim().max(longest);

/** What everybody who may see the person sees. */
const plain = {
  id: z.uuid(),
  name: z.string().trim().min(2).max(100),
  sex: Sex,
  phone: text(30),
  /** The commune that keeps the record, until a team does. */
  communeId: z.uuid(),
};

/** What only whoever may see the profile sees; null for others, and where nobody has recorded it. */
const profile = {
  birthDate: PlainDate.refine((day) => day <= today(), { message: 'day-to-come' }),
  ethnicity: text(60),
  religion: text(60),
  education: Education,
  /** Day of joining the Communist Party of Vietnam. */
  partyJoinedOn: PlainDate.nullable(),
  address: text(300),
  note: text(1000),
};

/** What must be known of a person, and what may come later. */
const required = { ...plain, birthDate: profile.birthDate, citizenId: CitizenId };
const later = { ...profile, education: profile.education.nullable() };

/** What a command says of a person who is new. */
export const PersonFacts = z.strictObject({
  ...required,
  phone: plain.phone.default(''),
  ethnicity: profile.ethnicity.default('Kinh'),
  religion: profile.religion.default(''),
  education: later.education.default(null),
  partyJoinedOn: profile.partyJoinedOn.default(null),
  address: profile.address.default(''),
  note: profile.note.default(''),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** Fields that lie encrypted; each is shown masked, and told one by one to who gives a reason (law BR-31). */
export const sensitiveFields = {
  'citizen-id': 'citizen-id.read',
  'bank-account': 'bank-account.read',
  health: 'health.read',
  'criminal-record': 'criminal-record.read',
} as const satisfies Record<string, Permission>;
export const SensitiveField = z.enum(
  Object.keys(sensitiveFields) as [
    keyof typeof sensitiveFields,
    ...(keyof typeof sensitiveFields)[],
  ],
);
export type SensitiveField = z.infer<typeof SensitiveField>;

const named = z.object({ id: z.uuid(), name: z.string() });

/** Where a person stands on a day: serves now, served before, or has not been recognised yet. */
export const PersonState = z.enum(['serving', 'left', 'candidate']);
export type PersonState = z.infer<typeof PersonState>;

export const PersonRow = z.object({
  ...plain,
  state: PersonState,
  position: Position.nullable(),
  team: named.nullable(),
  commune: named.extend({ kind: z.string() }).nullable(),
  /** Since when in this position in this team; of who left, the last one. */
  since: PlainDate.nullable(),
  until: PlainDate.nullable(),
  birthDate: PlainDate.nullable(),
  /** Its last digits, the others as dots; null where none is recorded. */
  citizenId: z.string().nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const Person = PersonRow.extend({
  ethnicity: profile.ethnicity.nullable(),
  religion: profile.religion.nullable(),
  education: profile.education.nullable(),
  partyJoinedOn: PlainDate.nullable(),
  address: profile.address.nullable(),
  note: profile.note.nullable(),
  /** What a roster said that has no table of its own. */
  remarks: z.array(z.object({ heading: RosterRemark, value: z.string() })).nullable(),
  /** Parts of the profile that are kept from the asker. */
  withheld: z.boolean(),
  /** Sensitive fields that are recorded and that the asker may have told. */
  revealable: z.array(SensitiveField),
  version: z.number().int(),
});
export type Person = z.infer<typeof Person>;

export const listPeople = operation('personnel.person.list', {
  http: 'GET /people',
  allow: 'person.read',
  summary: 'People of my area, by given name',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    teamId: z.uuid().optional(),
    q: z.string().max(100).optional(),
    state: PersonState.optional(),
    position: Position.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: pageOf(PersonRow).extend({
    /** The total is counted no further: there are more. */
    totalIsLeast: z.boolean(),
  }),
  deadline: 5_000,
});

export const getPerson = operation('personnel.person.get', {
  http: 'GET /people/:id',
  allow: 'person.read',
  summary: 'One person, with the fields that the asker may see',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Person,
});

export const recordPerson = operation('personnel.person.record', {
  http: 'POST /people',
  allow: 'person.write',
  summary: 'Record a person',
  input: PersonFacts,
  output: Person,
});

export const changePerson = operation('personnel.person.change', {
  http: 'POST /people/:id/changes',
  allow: 'person.write',
  summary: 'Correct or complete what is recorded of a person',
  // Parts that it leaves out stay as they are: no defaults here.
  input: z
    .strictObject({ ...later, ...required })
    .partial()
    .required({ id: true })
    .extend({
      /** Of the record that the sender saw: a change meanwhile by somebody else is not overwritten. */
      version: z.number().int(),
      /** Sealed, and told by `revealField` only; an empty text takes away what was recorded. */
      health: text(1000).optional(),
      criminalRecord: text(1000).optional(),
    }),
  output: Person,
});

export const revealField = operation('personnel.person.reveal', {
  http: 'POST /people/:id/reveals',
  allow: 'person.read',
  summary: 'Tell one sensitive field of a person; the reason goes into the audit log',
  input: z.strictObject({
    id: z.uuid(),
    field: SensitiveField,
    reason: z.string().trim().min(5).max(500),
  }),
  output: z.object({ field: SensitiveField, value: z.string().nullable() }),
});

/** Facts about people name them by id and tell which fields, never what stands in them. */
const fields = z.array(z.string());
export const personRecorded = event(
  'personnel.person-recorded.v1',
  z.object({ id: z.uuid(), communeId: z.uuid() }),
);
export const personChanged = event(
  'personnel.person-changed.v1',
  z.object({ id: z.uuid(), fields }),
);
export const fieldRevealed = event(
  'personnel.field-revealed.v1',
  z.object({ id: z.uuid(), field: SensitiveField, reason: z.string() }),
);
