import type { CrsChoice } from '@antt/contracts';

/** A coordinate system as PostGIS takes it: `ST_Transform(geom, code or proj4, 4326)`. */
export type Crs =
  { kind: 'epsg'; code: number; name: string } | { kind: 'proj'; proj4: string; name: string };

/**
 * VN-2000 to WGS84: the seven parameters of Decision 05/2007/QĐ-BTNMT (EPSG:6960), rotations with the
 * sign of a position vector as `+towgs84` wants them.
 */
const vn2000Shift =
  '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

const epsgNames: Readonly<Record<number, string>> = {
  4326: 'WGS 84',
  4756: 'VN-2000',
  3405: 'VN-2000 / UTM 48N',
  3406: 'VN-2000 / UTM 49N',
  32648: 'WGS 84 / UTM 48N',
  32649: 'WGS 84 / UTM 49N',
  3857: 'Web Mercator',
};

/** EPSG's codes of VN-2000 TM-3, by central meridian; older PostGIS does not know them all. */
const tm3Codes: Readonly<Record<number, number>> = {
  ...{ 5896: 102, 5897: 105, 5898: 108, 5899: 107.75 },
  ...{ 9205: 103, 9206: 104, 9207: 104.5, 9208: 104.75, 9209: 105.5, 9210: 105.75, 9211: 106 },
  ...{ 9212: 106.25, 9213: 106.5, 9214: 107, 9215: 107.25, 9216: 107.5, 9217: 108.25, 9218: 108.5 },
};

/** Are its coordinates degrees? Else they are metres. */
export function isGeographic(crs: Crs): boolean {
  return crs.kind === 'epsg' && (crs.code === 4326 || crs.code === 4756);
}

export function sameCrs(a: Crs, b: Crs): boolean {
  return a.kind === 'epsg'
    ? b.kind === 'epsg' && a.code === b.code
    : b.kind === 'proj' && a.proj4 === b.proj4;
}

/** The system a user chose where the file names none. */
export function crsOfChoice(choice: CrsChoice): Crs {
  if (choice === 'wgs84') return epsg(4326);
  if (choice === 'vn2000-utm-48') return epsg(3405);
  if (choice === 'vn2000-utm-49') return epsg(3406);
  return vn2000Tm3(Number(choice.slice('vn2000-tm3-'.length)));
}

/** The system an EPSG code stands for, as far as Vietnamese files use it. */
export function crsOfEpsg(code: number): Crs | null {
  const meridian = tm3Codes[code];
  if (meridian !== undefined) return vn2000Tm3(meridian);
  return code in epsgNames ? epsg(code) : null;
}

/** The system named by the old `crs` member of a GeoJSON file; null where it is none of ours. */
export function crsOfUrn(name: string): Crs | null {
  if (/\bCRS:?84$/iu.test(name)) return epsg(4326);
  const code = /EPSG:+(?:[\d.]*:)?(\d{4,5})$/iu.exec(name)?.[1];
  return code ? crsOfEpsg(Number(code)) : null;
}

/** The system of a .prj file (WKT 1 as GIS programs write it), and whether its datum is to be doubted. */
export function crsOfWkt(wkt: string): { crs: Crs; doubtful: boolean } | null {
  const datum = datumOf(wkt);
  if (datum === null) return null;
  const { isVn2000, mixed } = datum;
  if (/^\s*GEOGCS\[/iu.test(wkt)) {
    return { crs: epsg(isVn2000 ? 4756 : 4326), doubtful: mixed };
  }
  if (!/^\s*PROJCS\[/iu.test(wkt)) return null;
  if (!/PROJECTION\["(?:Transverse_Mercator|Gauss_Kruger)"/iu.test(wkt)) return null;
  // the last unit is that of the axes
  const unit = [...wkt.matchAll(/UNIT\["[^"]*"\s*,\s*([\d.]+)/giu)].at(-1)?.[1];
  if (Number(unit ?? 1) !== 1) return null;
  const meridian = parameter(wkt, 'central_meridian') ?? 0;
  const scale = parameter(wkt, 'scale_factor') ?? 1;
  const east = parameter(wkt, 'false_easting') ?? 0;
  const north = parameter(wkt, 'false_northing') ?? 0;
  const latitude = parameter(wkt, 'latitude_of_origin') ?? 0;
  const isPlain = east === 500_000 && north === 0 && latitude === 0;
  if (isPlain && scale === 0.9996 && (meridian === 105 || meridian === 111)) {
    const zone = meridian === 105 ? 0 : 1;
    return { crs: epsg((isVn2000 ? 3405 : 32_648) + zone), doubtful: mixed };
  }
  if (isPlain && isVn2000 && scale === 0.9999) {
    return { crs: vn2000Tm3(meridian), doubtful: mixed };
  }
  const shape = `+proj=tmerc +lat_0=${latitude} +lon_0=${meridian} +k=${scale} +x_0=${east} +y_0=${north}`;
  const datumPart = isVn2000 ? `+ellps=WGS84 +towgs84=${vn2000Shift}` : '+datum=WGS84';
  const name = /PROJCS\["([^"]*)"/iu.exec(wkt)?.[1] ?? '';
  const crs: Crs = { kind: 'proj', proj4: `${shape} ${datumPart} +units=m +no_defs`, name };
  // 3-degree zones with scale 0.9999 are VN-2000's (Circular 973/2001/TT-TCĐC); WGS84 is a slip of export
  return { crs, doubtful: mixed || (!isVn2000 && scale === 0.9999) };
}

const epsg = (code: number): Crs => ({
  kind: 'epsg',
  code,
  name: epsgNames[code] ?? `EPSG:${code}`,
});

/** VN-2000 with 3-degree zones: each province has its own central meridian, in degrees. */
function vn2000Tm3(meridian: number): Crs {
  const degrees = Math.floor(meridian);
  const minutes = String(Math.round((meridian - degrees) * 60)).padStart(2, '0');
  return {
    kind: 'proj',
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${vn2000Shift} +units=m +no_defs`,
    name: `VN-2000 / TM-3 ${degrees}°${minutes}′`,
  };
}

/**
 * VN-2000 lies on the ellipsoid of WGS84: only names tell them apart, and a system of one's own making is
 * often called after the one and defined on the other.
 */
function datumOf(wkt: string): { isVn2000: boolean; mixed: boolean } | null {
  const name = (keyword: string) => new RegExp(`${keyword}\\["([^"]*)"`, 'iu').exec(wkt)?.[1] ?? '';
  const datum = name('DATUM');
  const isWgs84 = /wgs[-_ ]?(?:19)?84|world geodetic/iu.test(datum);
  const names = [datum, name('GEOGCS'), name('PROJCS')];
  const isVn2000 =
    names.some((text) => /vn[-_ ]?2000|viet[-_ ]?nam[-_ ]?2000/iu.test(text)) ||
    /TOWGS84\[\s*-19[12]\.\d+/iu.test(wkt);
  return isVn2000 || isWgs84 ? { isVn2000, mixed: isVn2000 && isWgs84 } : null;
}

function parameter(wkt: string, name: string): number | null {
  const found = new RegExp(`PARAMETER\\["${name}"\\s*,\\s*(-?[\\d.]+(?:e[-+]?\\d+)?)`, 'iu').exec(
    wkt,
  );
  const value = Number(found?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
