import type { Map as MapLibre } from 'maplibre-gl';
import { hatch } from './image.ts';
import type { LegendContent } from './legend.tsx';
import { paper } from './palette.ts';

export type PictureText = {
  title: string;
  line: string;
  legend: LegendContent;
  /** "minh họa" where the figures are invented. */
  mark: string | null;
  credit: string | null;
};

const family = "'Be Vietnam Pro', sans-serif";
const margin = 24;
const head = 84;
const foot = 36;
const legendWidth = 250;

/** The map as it is drawn now; the drawing buffer is only readable within its own frame. */
function snapshot(map: MapLibre): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const copy = document.createElement('canvas');
      const drawn = map.getCanvas();
      copy.width = drawn.width;
      copy.height = drawn.height;
      copy.getContext('2d')!.drawImage(drawn, 0, 0);
      resolve(copy);
    });
    map.triggerRepaint();
  });
}

function drawLegend(
  context: CanvasRenderingContext2D,
  legend: LegendContent,
  left: number,
  top: number,
) {
  let y = top;
  const write = (text: string, x: number, font: string, colour: string = paper.label) => {
    context.font = `${font} ${family}`;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  for (const line of wrapped(context, legend.title, `600 15px ${family}`, legendWidth)) {
    write(line, left, '600 15px');
    y += 21;
  }
  y += 6;
  for (const { label, count, colour } of legend.entries) {
    context.save();
    context.translate(left, y - 12);
    if (colour === null) {
      context.beginPath();
      context.rect(0, 0, 26, 16);
      context.clip();
      hatch(context, 26, 16);
    } else {
      context.fillStyle = colour;
      context.fillRect(0, 0, 26, 16);
    }
    context.restore();
    context.strokeStyle = 'rgba(0,0,0,0.25)';
    context.strokeRect(left + 0.5, y - 11.5, 26, 16);
    write(label, left + 36, '400 13px');
    context.textAlign = 'right';
    write(String(count), left + legendWidth, '500 13px', paper.labelSoft);
    context.textAlign = 'left';
    y += 25;
  }
  if (legend.outside) {
    context.fillStyle = paper.outside;
    context.fillRect(left, y - 12, 26, 16);
    context.strokeRect(left + 0.5, y - 11.5, 26, 16);
    write(legend.outside, left + 36, '400 13px');
    y += 25;
  }
  for (const { label, layer, bare } of legend.points) {
    const colour = layer === 'teams' ? paper.team : paper.workplace;
    context.beginPath();
    if (layer === 'teams') context.arc(left + 13, y - 5, 5, 0, 7);
    else context.rect(left + 8, y - 10, 10, 10);
    context.fillStyle = bare ? '#fff' : colour;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.stroke();
    context.lineWidth = 1;
    write(label, left + 36, '400 13px');
    y += 23;
  }
  y += 6;
  const rule = `${legend.rule} ${legend.day}`;
  for (const line of wrapped(context, rule, `400 12px ${family}`, legendWidth)) {
    write(line, left, '400 12px', paper.labelSoft);
    y += 17;
  }
}

function wrapped(context: CanvasRenderingContext2D, text: string, font: string, width: number) {
  context.font = font;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** A sheet to put into a report: title, day and area above, the map, its legend beside, the credit below. */
export async function composePicture(map: MapLibre, text: PictureText): Promise<Blob> {
  const drawn = await snapshot(map);
  const ratio = drawn.width / map.getCanvas().clientWidth;
  const [width, height] = [drawn.width / ratio, Math.max(drawn.height / ratio, 470)];
  const canvas = document.createElement('canvas');
  const full = { width: width + legendWidth + margin * 3, height: height + head + foot };
  const scale = Math.max(ratio, 2);
  canvas.width = full.width * scale;
  canvas.height = full.height * scale;
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, full.width, full.height);

  context.fillStyle = paper.label;
  context.font = `600 22px ${family}`;
  context.fillText(text.title, margin, 40);
  context.font = `400 14px ${family}`;
  context.fillStyle = paper.labelSoft;
  context.fillText(text.line, margin, 64);
  if (text.mark) drawMark(context, text.mark, full.width - margin);

  context.drawImage(drawn, margin, head, width, drawn.height / ratio);
  context.strokeStyle = '#c6cfd2';
  context.strokeRect(margin + 0.5, head + 0.5, width, drawn.height / ratio);
  drawLegend(context, text.legend, margin * 2 + width, head + 16);
  if (text.credit) {
    context.font = `400 12px ${family}`;
    context.fillStyle = paper.labelSoft;
    context.fillText(text.credit, margin, full.height - 14);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function drawMark(context: CanvasRenderingContext2D, mark: string, right: number) {
  context.font = `600 15px ${family}`;
  const width = context.measureText(mark).width + 24;
  context.fillStyle = '#fff3dc';
  context.strokeStyle = '#e0b464';
  context.beginPath();
  context.roundRect(right - width, 22, width, 32, 6);
  context.fill();
  context.stroke();
  context.fillStyle = '#8a4b00';
  context.fillText(mark, right - width + 12, 43);
}
