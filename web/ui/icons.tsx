import type { EntityType } from '../../src/model/entity.ts';

/** One pictogram a type, as a filled path on a 24 by 24 field. */
export const PICTOGRAMS: Readonly<Record<EntityType | 'Article', string>> = {
  Company:
    'M4 21V5.5L13 3v5.5l7 2V21h-5.5v-4.5H11V21H4zM7 8v2.2h3V8H7zm0 4.5v2.2h3v-2.2H7zm8.5 0v2.2H18v-2.2h-2.5z',
  Zone: 'M12 2l8.7 5v10L12 22l-8.7-5V7L12 2zm0 2.9L5.8 8.45v7.1L12 19.1l6.2-3.55v-7.1L12 4.9zm0 3.6l3 1.75v3.5l-3 1.75-3-1.75v-3.5l3-1.75z',
  Project: 'M9 2h2.4v3H21v2.3h-2V12h-1.7V7.3h-5.9V19H15v2.5H5.5V19H9V7.3H5.2v2.4H2.8V5H9V2z',
  Official:
    'M12 2.5a4.6 4.6 0 110 9.2 4.6 4.6 0 010-9.2zM3.5 21.5c0-4.7 3.7-8 8.5-8s8.5 3.3 8.5 8h-17zM12 15l-.8 1.6-1.8.3 1.3 1.2-.3 1.8 1.6-.8 1.6.8-.3-1.8 1.3-1.2-1.8-.3L12 15z',
  Executive:
    'M12 2.5a4.6 4.6 0 110 9.2 4.6 4.6 0 010-9.2zM3.5 21.5c0-4.3 2.6-7.2 6.4-7.9L12 17l2.1-3.4c3.8.7 6.4 3.6 6.4 7.9h-17z',
  Organization:
    'M12 2l10 5v2.2H2V7l10-5zM4 11h3.2v7.2H4V11zm6.4 0h3.2v7.2h-3.2V11zm6.4 0H20v7.2h-3.2V11zM2 19.8h20V22H2v-2.2z',
  Place:
    'M12 2a7.2 7.2 0 017.2 7.2C19.2 14.5 12 22 12 22S4.8 14.5 4.8 9.2A7.2 7.2 0 0112 2zm0 4.4a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  Industry: 'M2.5 21V9.5l5.5 4v-4l5.5 4V3H19l2.5 18h-19zM6 16.5v2.2h2.5v-2.2H6zm5 0v2.2h2.5v-2.2H11z',
  Article: 'M5 2h10l4.5 4.5V22H5V2zm3 7.5v2h8.5v-2H8zm0 4v2h8.5v-2H8zm0 4v2h5.5v-2H8z',
};

const LINES = {
  search: 'M10.5 4a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM15.5 15.5L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  down: 'M5.5 9.5L12 16l6.5-6.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  sun: 'M12 8a4 4 0 110 8 4 4 0 010-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  console: 'M5 7l5 5-5 5M12.5 17.5H19',
  help: 'M12 3a9 9 0 110 18 9 9 0 010-18zM9.5 9.5a2.5 2.5 0 114 2c-1 .7-1.5 1.2-1.5 2.5M12 17v.1',
  undo: 'M9 6L4.5 10.5 9 15M5 10.5h9a5 5 0 010 10h-3',
  redo: 'M15 6l4.5 4.5L15 15M19 10.5h-9a5 5 0 000 10h3',
  lasso:
    'M12 4c5 0 8.5 2.3 8.5 5.2S17 14.5 12 14.5s-8.5-2.4-8.5-5.3S7 4 12 4zM7 13.5a2 2 0 11.1 3.9M8 17.4c.3 1.5-.4 2.6-1.8 3.1',
  clock: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM12 7.5V12l3 2',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  list: 'M8 6.5h12M8 12h12M8 17.5h12M4 6.5h.1M4 12h.1M4 17.5h.1',
  more: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  map: 'M9 5 3.5 7.5v12L9 17l6 2.5 5.5-2.5V5L15 7.5zM9 5v12M15 7.5v12',
  bookmark: 'M7 4h10v16.5l-5-4-5 4z',
  news: 'M12 3.5l2.4 5.4 5.9.6-4.4 3.9 1.3 5.8-5.2-3-5.2 3 1.3-5.8-4.4-3.9 5.9-.6z',
  layout: 'M6 6.5a2 2 0 110-.1M18 8a2 2 0 110-.1M12 18a2 2 0 110-.1M7.5 7.5l3.5 9M16.5 9L13 16.5M8 6.5l8 1',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  judge: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a2.6 2.6 0 005 0zM19 7l-2.5 6.5a2.6 2.6 0 005 0z',
  ledger: 'M5 4h14v16H5zM9 4v16M12 9h4M12 13h4',
  legend: 'M4 5.5h16l-6.2 7.3v5.7l-3.6-2v-3.7z',
} as const;

/** A line icon; what it does is said by the button around it. */
export function Icon({ name }: { readonly name: keyof typeof LINES }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}

/** A type's mark: its pictogram on a disc of its colour. */
export function TypeMark({ type }: { readonly type: EntityType | 'Article' }) {
  return (
    <svg className={`mark type-${type}`} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" />
      <path d={PICTOGRAMS[type]} fillRule="evenodd" transform="translate(8.6 8.6) scale(.95)" />
    </svg>
  );
}
