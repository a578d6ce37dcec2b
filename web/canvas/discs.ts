import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { itemAt } from '../base/must.ts';
import type { Group, Tie } from '../graph/groups.ts';
import type { Point } from '../graph/view.ts';
import { groupInWindow } from '../scene/group-places.ts';
import { mix } from '../scene/palette.ts';
import type { Drawing } from '../scene/scene.ts';
import type { LabelWish } from './label-places.ts';
import type { Pen } from './svg-pen.ts';
import { FONT, shorten } from './text.ts';

/** Radius in pixels from which a disc has room for how many are in it, for a short name, for any name, and for what it holds. */
const [COUNTED, SNUG, ROOM, ROOMY] = [10, 17, 21, 40];

/** Seen from afar a disc is at least so large, in pixels. */
const SMALLEST_NAMED = 7;

/** Paint the groups: closed ones as discs with a ring of what they hold and what ties them, open ones as the circle that they fill. */
export function paintGroups(context: Pen, drawing: Drawing, hovered: Group | undefined): void {
  const { grouping, light } = drawing.scene;
  if (grouping.groups.length === 0) return;
  context.save();
  // As faint as everything else that is not lit.
  if (light.lit) context.globalAlpha = 0.16;
  const most = grouping.ties.reduce((largest, { count }) => Math.max(largest, count), 1);
  for (const tie of grouping.ties) paintTie(context, drawing, tie, most);
  for (const group of grouping.groups)
    if (group.isOpen) paintShore(context, drawing, group);
    else paintDisc(context, drawing, group, group === hovered);
  context.restore();
}

/** As wide as its share of the strongest tie, however many relations that has. */
function paintTie(context: Pen, drawing: Drawing, { from, to, count }: Tie, most: number): void {
  const { palette, grouping } = drawing.scene;
  const a = groupInWindow(drawing, itemAt(grouping.groups, from));
  const b = groupInWindow(drawing, itemAt(grouping.groups, to));
  // From shore to shore: within an open group it would mean one of the entities.
  const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / far, (b.y - a.y) / far];
  context.beginPath();
  context.moveTo(a.x + ux * a.radius, a.y + uy * a.radius);
  context.lineTo(b.x - ux * b.radius, b.y - uy * b.radius);
  const share = Math.sqrt(count / most);
  context.lineWidth = 0.5 + share * Math.min(3.5, Math.log2(1 + most) * 0.6);
  context.strokeStyle = mix(palette.line, palette.quiet, 0.35 * share);
  context.stroke();
}

/** The circle of a group whose entities are drawn one by one. */
function paintShore(context: Pen, drawing: Drawing, group: Group): void {
  const { palette } = drawing.scene;
  const { x, y, radius } = groupInWindow(drawing, group);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.setLineDash([3, 5]);
  context.lineWidth = 1;
  context.strokeStyle = mix(palette.line, palette.quiet, 0.4);
  context.stroke();
  context.setLineDash([]);
}

function paintDisc(context: Pen, drawing: Drawing, group: Group, isHovered: boolean): void {
  const { palette } = drawing.scene;
  const { x, y, radius } = groupInWindow(drawing, group);
  const width = Math.max(2, Math.min(7, radius * 0.12));
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.card;
  context.fill();
  let turn = -Math.PI / 2;
  ENTITY_TYPES.forEach((type, at) => {
    const share = itemAt(group.types, at) / group.nodes.length;
    if (share === 0) return;
    context.beginPath();
    context.arc(x, y, radius - width / 2, turn, turn + share * 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = palette.types[type];
    context.stroke();
    turn += share * 2 * Math.PI;
  });
  if (isHovered) {
    context.beginPath();
    context.arc(x, y, radius + 2.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = palette.accent;
    context.stroke();
  }
  if (isNamedInside(group, radius)) paintInside(context, drawing, group, { x, y, radius });
  else if (radius >= COUNTED) paintCount(context, drawing, group, { x, y });
}

/** How many are in a disc whose name stands beside it, or finds no place at all. */
function paintCount(context: Pen, { scene }: Drawing, group: Group, { x, y }: Point): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = scene.palette.quiet;
  context.font = `10.5px ${FONT}`;
  context.fillText(String(group.nodes.length), x, y);
  context.textAlign = 'start';
}

/** The size of a name in a disc, and the height of its lines. */
const sizeIn = (radius: number) => Math.min(18, Math.max(10, Math.round(radius / 4.4)));
const LEADING = 1.25;

/** How many characters of a size fit into a disc so high above or below its middle. */
function roomIn(radius: number, size: number, offset: number): number {
  return Math.floor(
    (2 * Math.sqrt(Math.max(0, (radius * 0.88) ** 2 - (Math.abs(offset) + size / 2) ** 2))) / size,
  );
}

/** Whether the name stands in the disc: in a small one only if it fits uncut. */
function isNamedInside({ name }: Group, radius: number): boolean {
  const [size, { length }] = [sizeIn(radius), Array.from(name)];
  const inTwoLines = 2 * roomIn(radius, size, (size * LEADING) / 2);
  return radius >= ROOM || (radius >= SNUG && length <= Math.max(inTwoLines, roomIn(radius, size, 0)));
}

/** Name and content in the disc itself. */
function paintInside(
  context: Pen,
  { scene }: Drawing,
  group: Group,
  { x, y, radius }: Point & { readonly radius: number },
): void {
  const size = sizeIn(radius);
  const notes = radius >= ROOMY ? scene.groupNotes(group) : [];
  const height = size * LEADING;
  const small = Math.max(10.5, size * 0.74);
  const room = (offset: number) => roomIn(radius, size, offset);
  const startOf = (count: number) => -((count - 1) * height + notes.length * small * 1.4) / 2;
  const units = Array.from(group.name);
  const first = room(startOf(2));
  const lines =
    units.length <= room(startOf(1))
      ? [group.name]
      : [units.slice(0, first).join(''), shorten(units.slice(first).join(''), room(startOf(2) + height))];
  let top = y + startOf(lines.length);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = scene.palette.ink;
  context.font = `600 ${size}px ${FONT}`;
  for (const line of lines) {
    context.fillText(line, x, top);
    top += height;
  }
  context.font = `${small}px ${FONT}`;
  context.fillStyle = scene.palette.quiet;
  for (const note of notes) {
    context.fillText(note, x, top);
    top += small * 1.4;
  }
  context.textAlign = 'start';
}

/** Names of groups that stand beside their discs, for want of room in them, or over their circles. */
export function groupWishes(context: CanvasRenderingContext2D, drawing: Drawing): LabelWish[] {
  const { grouping } = drawing.scene;
  return grouping.groups.flatMap((group, at): LabelWish[] => {
    const { x, y, radius } = groupInWindow(drawing, group);
    if (!group.isOpen && (isNamedInside(group, radius) || radius < SMALLEST_NAMED)) return [];
    const text = group.isOpen ? `${group.name} ×` : shorten(group.name, 9);
    context.font = group.isOpen ? `600 13px ${FONT}` : `12.5px ${FONT}`;
    const { width } = context.measureText(text);
    const size = { width, height: 18, rank: 500 + group.nodes.length, font: context.font };
    return group.isOpen
      ? [{ key: -at - 1, text, x, y: y - radius - 12, radius: 60, ...size, isCentred: true }]
      : [{ key: -at - 1, text, x, y, radius, ...size, isModest: true }];
  });
}

/** Discs that no name may cover. */
export function groupObstacles(drawing: Drawing): LabelWish[] {
  return drawing.scene.grouping.groups.flatMap((group, at): LabelWish[] => {
    if (group.isOpen) return [];
    const { x, y, radius } = groupInWindow(drawing, group);
    return [{ key: -at - 1, text: '', x, y, radius, width: 0, height: 0, rank: 0 }];
  });
}
