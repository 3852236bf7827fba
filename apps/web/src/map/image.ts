import type { Map as MapLibre } from 'maplibre-gl';
import { paper } from './palette.ts';

const ratio = 2;

/** Draws a small picture; sizes are in CSS pixels. */
function drawn(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void) {
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Diagonal lines for units without data; also drawn in the legend and the picture. */
export function hatch(context: CanvasRenderingContext2D, width: number, height: number) {
  context.fillStyle = paper.noData;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = paper.hatch;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -height; x < width + height; x += 6) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}

function circle(full: boolean) {
  return drawn(14, 14, (context) => {
    context.beginPath();
    context.arc(7, 7, 4.5, 0, 7);
    context.fillStyle = full ? paper.team : '#fff';
    context.fill();
    context.lineWidth = full ? 1.5 : 2.2;
    context.strokeStyle = full ? '#fff' : paper.team;
    context.stroke();
  });
}

/** Larger than the circle: a team at its workplace stands inside it, and both are seen. */
function square(full: boolean) {
  return drawn(18, 18, (context) => {
    context.fillStyle = full ? paper.workplace : '#fff';
    context.fillRect(2, 2, 14, 14);
    context.lineWidth = full ? 1.2 : 2;
    context.strokeStyle = full ? '#fff' : paper.workplace;
    context.strokeRect(2, 2, 14, 14);
  });
}

function pill() {
  return drawn(24, 20, (context) => {
    context.beginPath();
    context.roundRect(1, 1, 22, 18, 9);
    context.fillStyle = 'rgba(255,255,255,0.95)';
    context.fill();
    context.strokeStyle = '#8b969b';
    context.stroke();
  });
}

/** Pictures of the style, made here: no sprite to fetch. */
export function addImages(map: MapLibre) {
  const add = (name: string, image: ImageData, more = {}) => {
    if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: ratio, ...more });
  };
  // 6 divides the pattern's size, so that the lines meet where it repeats.
  add(
    'hatch',
    drawn(12, 12, (context) => hatch(context, 12, 12)),
  );
  add('teams', circle(true));
  add('teams-bare', circle(false));
  add('workplaces', square(true));
  add('workplaces-bare', square(false));
  const stretch = { stretchX: [[20, 28]], stretchY: [[18, 22]], content: [12, 4, 36, 36] };
  add('pill', pill(), stretch);
}
