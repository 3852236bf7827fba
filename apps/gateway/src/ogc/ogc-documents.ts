import { FeatureCollection } from '@antt/contracts';
import { collectionText, mostFeatures } from './ogc.rules.ts';

export const json = 'application/json';
export const geoJson = 'application/geo+json';
export const openApiType = 'application/vnd.oai.openapi+json;version=3.0';
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const gregorian = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian';

export type Link = { href: string; rel: string; type: string; title?: string };

/** Conformance classes that the tests beside check. */
export const conformsTo = ['core', 'geojson', 'oas30'].map(
  (part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`,
);

export function landing(root: string) {
  return {
    title: 'ANTT Cơ sở',
    description:
      'Đơn vị, Tổ, nơi làm việc và độ phủ, đọc bằng phần mềm bản đồ (OGC API - Features)',
    links: [
      { href: root, rel: 'self', type: json, title: 'This document' },
      { href: `${root}/api`, rel: 'service-desc', type: openApiType, title: 'API definition' },
      { href: `${root}/docs`, rel: 'service-doc', type: 'text/html', title: 'API page' },
      { href: `${root}/conformance`, rel: 'conformance', type: json, title: 'Conformance' },
      { href: `${root}/collections`, rel: 'data', type: json, title: 'Collections' },
    ],
  };
}

export function collection(root: string, id: FeatureCollection) {
  const at = `${root}/collections/${id}`;
  return {
    id,
    ...collectionText[id],
    itemType: 'feature',
    crs: [crs84],
    extent: {
      // Viet Nam with its islands: the true extent of what may be seen would tell of the area of others.
      spatial: { bbox: [[101, 4, 119, 25]], crs: crs84 },
      temporal: { interval: [['1900-01-01T00:00:00Z', null]], trs: gregorian },
    },
    links: [
      { href: at, rel: 'self', type: json, title: collectionText[id].title },
      { href: `${at}/items`, rel: 'items', type: geoJson, title: collectionText[id].title },
    ],
  };
}

export function collections(root: string) {
  return {
    links: [{ href: `${root}/collections`, rel: 'self', type: json }],
    collections: FeatureCollection.options.map((id) => collection(root, id)),
  };
}

type Schema = Record<string, unknown>;

const query = (name: string, schema: Schema, description: string, explode?: boolean): Schema => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...(explode === undefined ? {} : { style: 'form', explode }),
});
const format = query('f', { type: 'string', enum: ['json'] }, 'JSON is the only format');

const datetime = query(
  'datetime',
  { type: 'string' },
  'The day to read; of an interval its last day',
  false,
);
const within = query(
  'within',
  { type: 'string', format: 'uuid' },
  'Only below this unit or in this area',
);
/** What may stand in the address of the service, for programs that repeat it with every question. */
const documentParameters = [datetime, within, format];

const itemsParameters = [
  query(
    'bbox',
    {
      type: 'array',
      oneOf: [4, 6].map((n) => ({ minItems: n, maxItems: n })),
      items: { type: 'number' },
    },
    'West, south, east, north (CRS84)',
    false,
  ),
  datetime,
  query(
    'limit',
    { type: 'integer', minimum: 1, maximum: mostFeatures, default: 100 },
    'Features in one answer',
    false,
  ),
  query('cursor', { type: 'string' }, 'Where the next page begins; taken from a `next` link'),
  within,
  format,
];

/** The definition of this part of the API (OpenAPI 3.0, as the standard names it). */
export function definition(root: string): Schema {
  const answer = (type: string) => ({
    description: 'Done',
    content: { [type]: { schema: { type: 'object' } } },
  });
  const get = (
    summary: string,
    type: string,
    parameters: Schema[] = documentParameters,
    open = false,
  ) => ({
    get: {
      summary,
      ...(open ? { security: [] } : {}),
      parameters,
      responses: {
        200: answer(type),
        ...(type === geoJson ? { 400: answer('application/problem+json') } : {}),
        default: answer('application/problem+json'),
      },
    },
  });
  const inPath = (name: string): Schema => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  });
  const paths: Schema = {
    '/': get('Landing page', json, documentParameters, true),
    '/api': get('API definition', openApiType, documentParameters, true),
    '/conformance': get('Conformance classes', json, documentParameters, true),
    '/collections': get('Collections', json),
  };
  for (const id of FeatureCollection.options) {
    const at = `/collections/${id}`;
    paths[at] = get(collectionText[id].title, json);
    paths[`${at}/items`] = get(`${collectionText[id].title}: features`, geoJson, itemsParameters);
    paths[`${at}/items/{featureId}`] = get(`${collectionText[id].title}: one feature`, geoJson, [
      inPath('featureId'),
      datetime,
      within,
      format,
    ]);
  }
  return {
    openapi: '3.0.3',
    info: { title: 'ANTT Cơ sở – OGC API Features', version: '1.0.0' },
    servers: [{ url: root }],
    security: [{ bearer: [] }, { basic: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Personal access token (`antt_…`)' },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: 'Any user name, with a personal access token as the password',
        },
      },
    },
  };
}
