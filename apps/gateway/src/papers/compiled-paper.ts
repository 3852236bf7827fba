import {
  changeOf,
  type CompiledFigure,
  type CompiledPaperKind,
  type CompiledReport,
  type compiledTags,
  type CompiledWindow,
  type Indicator,
  type IndicatorValue,
  percentOf,
} from '@antt/contracts';
import { roman } from '@antt/contracts/text/roman';
import type { PlainDate } from '@antt/kernel';
import { figure, fillTemplate, openDay, shortDay } from '@antt/paper';
import { compiledText as text } from './compiled-text.ts';

type Tags = typeof compiledTags;
type Single = Record<Tags['single'][number], string>;
type Rows = {
  [Name in keyof Tags['rows']]: Record<Tags['rows'][Name][number], string>[];
};

export const compiledPaperKind: Readonly<Record<CompiledReport['span'], CompiledPaperKind>> = {
  period: 'compiled-period',
  year: 'compiled-year',
  round: 'compiled-round',
};

/** A place that stays empty: a tag without a value would be dots to be written in. */
const blank = ' ';
const number = (amount: number) => amount.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
const signed = (amount: number) =>
  amount.toLocaleString('vi-VN', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const full = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;

type About = { on: PlainDate; demo: boolean };

/** The paper in a wording: figures as they were counted on that day. */
export function compiledPaper(
  report: CompiledReport,
  template: Uint8Array,
  { on, demo }: About,
): Buffer {
  return fillTemplate(template, { ...single(report, on, demo), ...rows(report) });
}

function single(report: CompiledReport, on: PlainDate, demo: boolean): Single {
  const { units, above, span, window, former, counts, sender, counting } = report;
  const [first] = units;
  const place = units.map(full).join(', ');
  const isProvince = first!.level === 'province' && units.length === 1;
  const sent = counts.owed - counts.missing;
  const over = above && full(above);
  return {
    'cơ quan cấp trên viết hoa': isProvince
      ? text.ministry
      : `CÔNG AN ${(over ?? '').toUpperCase()}`,
    'cơ quan viết hoa': `CÔNG AN ${place.toUpperCase()}`,
    'đơn vị': place,
    tỉnh: isProvince ? place : (over ?? blank),
    'địa danh': first!.name,
    'ngày tháng năm': openDay(on),
    năm: on.slice(0, 4),
    'tên báo cáo': report.kindName,
    'kỳ báo cáo': windowName(span, window),
    'từ ngày': shortDay(window.from),
    'đến ngày': shortDay(window.to),
    'kỳ so sánh': former ? windowName(span, former) : text.noFormer,
    'nơi gửi báo cáo': text.senders[sender],
    'phải báo cáo': figure(counts.owed),
    'đã gửi': figure(sent),
    'tỷ lệ đã gửi': counts.owed === 0 ? '–' : `${number((sent * 100) / counts.owed)} %`,
    'đúng hạn': figure(counts.inTime),
    chậm: figure(counts.late),
    'đã chấp nhận': figure(counting),
    'số chưa báo cáo': figure(counts.missing),
    'tình hình chưa báo cáo': counts.missing === 0 ? text.allSent : text.missing(counts.missing),
    'số vướng mắc': figure(report.obstacles.total),
    'tình hình vướng mắc':
      report.obstacles.total === 0 ? text.noObstacle : text.obstacles(report.obstacles.total),
    'kính gửi': isProvince ? text.recipients[span](place) : `Công an ${over ?? text.above}`,
    'chức danh người ký': isProvince ? 'GIÁM ĐỐC' : 'TRƯỞNG CÔNG AN',
    'dấu minh họa': demo ? text.illustrative : blank,
  };
}

function rows(report: CompiledReport): Rows {
  const { groups, indicators, figures, missing, obstacles } = report;
  const known = new Map(indicators.map((one) => [one.code, one]));
  const said = new Map(figures.map((one) => [one.code, one]));
  return {
    'chỉ tiêu': groups.flatMap((group, n) => [
      headingRow(roman(n + 1), group.name),
      ...group.codes.map((code, place) =>
        indicatorRow(String(place + 1), known.get(code)!, said.get(code)!, report),
      ),
    ]),
    'chưa báo cáo': missing.items.map(({ name, unitName, periodName }, n) => ({
      ...{ stt: String(n + 1), 'nơi gửi': name, 'thuộc đơn vị': unitName },
      kỳ: periodText(periodName),
    })),
    'vướng mắc': obstacles.items.map(({ name, unitName, periodName, text: words }, n) => ({
      ...{ stt: String(n + 1), 'nơi gửi': placed(name, unitName), 'thuộc đơn vị': unitName },
      ...{ kỳ: periodText(periodName), 'nội dung': words },
    })),
  };
}

const placed = (name: string, unitName: string) =>
  name === unitName ? name : `${name}, ${unitName}`;

type IndicatorRow = Rows['chỉ tiêu'][number];

const headingRow = (stt: string, name: string): IndicatorRow => ({
  ...{ stt, mã: blank, 'tên chỉ tiêu': name, 'đơn vị tính': blank, 'kỳ này': blank },
  ...{ 'kỳ trước': blank, 'tăng giảm': blank, 'tỷ lệ': blank, 'số báo cáo': blank },
});

function indicatorRow(
  stt: string,
  indicator: Indicator,
  { value, reported, former }: CompiledFigure,
  report: CompiledReport,
): IndicatorRow {
  const { shape } = indicator;
  const { difference, percent } = changeOf(shape, value, former);
  const isShare = value !== null && value.denominator !== null;
  return {
    ...{ stt, mã: indicator.code, 'tên chỉ tiêu': capital(indicator.name) },
    'đơn vị tính': indicator.measure,
    'kỳ này': valueText(value),
    // there was no time before: nobody was to report
    'kỳ trước': report.former ? valueText(former) : '–',
    'tăng giảm': difference === null ? '–' : `${signed(difference)}${isShare ? text.points : ''}`,
    'tỷ lệ': percent === null ? '–' : `${signed(percent)} %`,
    'số báo cáo': `${reported}/${report.counting}`,
  };
}

/** Nobody has said anything: that, and no zero (reporting BR-25). */
function valueText(value: IndicatorValue | null): string {
  if (value === null) return text.unreported;
  if (value.noCase || value.denominator === 0) return text.noCase;
  const above = number(value.numerator ?? 0);
  if (value.denominator === null) return above;
  const percent = percentOf(value);
  return `${above}/${number(value.denominator)} (${number(Number(percent))} %)`;
}

/** "2026-06" is a month, "2026-Q2" a quarter; rounds have names. */
function periodText(name: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(name) ?? [];
  return year ? `tháng ${month}/${year}` : name;
}

function windowName(span: CompiledReport['span'], { name }: CompiledWindow): string {
  if (span === 'year') return `năm ${name}`;
  return periodText(name);
}
