/** The part of shpjs that we use: it ships without types. */
declare module 'shpjs' {
  interface ShpGeometry {
    type: string;
    coordinates: unknown;
  }
  /** Geometries in the order of the file; null for empty ones. Coordinates stay as they are without `prj`. */
  export function parseShp(shp: DataView, prj?: false): (ShpGeometry | null)[];
  /** Rows in the order of the file. */
  export function parseDbf(dbf: DataView, encoding?: string): Record<string, unknown>[];
}
