import { useMemo, useState } from 'react';
import { api } from '../../api/client.ts';
import { select, useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatYuan } from '../../ui/format.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { allSeats, type Dot, frame, ofLevel, toDots } from './dots.ts';

/** Pixels of the picture in its own units, its margin, and the radii of the least and the greatest dot. */
const WIDTH = 900;
const MARGIN = 40;
const [LEAST, GREATEST] = [4, 34];

/** Dots that bear their name. */
const NAMED = 14;

type Measure = 'yuan' | 'projects';

/** Provinces and cities as dots, as large as what is built there; each opens its place. Nothing is drawn between them. */
export function MapPanel() {
  const words = useWords();
  const [level, setLevel] = useState<Dot['level']>('city');
  const [measure, setMeasure] = useState<Measure>('yuan');
  const { value, failure } = useAnswer('map', (signal, asOf) => api.totals({ by: 'place', asOf }, signal));
  const found = useMemo(() => value && toDots(value.groups), [value]);
  if (!found) return <Waiting failure={failure} />;
  const dots = [...ofLevel(found.dots, level)].sort((a, b) => b[measure] - a[measure]);
  return (
    <article className="map">
      <header>
        <h2>{words.view.panels.map}</h2>
        <p className="aliases">{words.find.mapHint}</p>
      </header>
      <div className="choices-row">
        <fieldset className="choices" aria-label={words.find.level}>
          {(['province', 'city'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === level} onClick={() => setLevel(one)}>
              {words.find.levels[one]}
            </button>
          ))}
        </fieldset>
        <fieldset className="choices" aria-label={words.find.measure}>
          {(['yuan', 'projects'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === measure} onClick={() => setMeasure(one)}>
              {one === 'yuan' ? words.totalInvestment : words.many.Project}
            </button>
          ))}
        </fieldset>
      </div>
      {dots.length === 0 ? (
        <p className="waiting">{words.find.noPlaces}</p>
      ) : (
        <Picture dots={dots} measure={measure} />
      )}
      <Places dots={dots} title={words.find.levels[level]} />
      {found.unplaced > 0 && <p className="aliases">{words.find.unplaced(found.unplaced)}</p>}
      <p className="aliases">{words.find.mapSource}</p>
    </article>
  );
}

function Picture({ dots, measure }: { readonly dots: readonly Dot[]; readonly measure: Measure }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { x, y, width, height } = frame();
  const scale = (WIDTH - 2 * MARGIN) / width;
  const most = Math.max(1, ...dots.map((dot) => dot[measure]));
  const placed = dots.map((dot) => ({
    ...dot,
    at: { x: MARGIN + (dot.x - x) * scale, y: MARGIN + (dot.y - y) * scale },
    // The area tells, not the radius.
    radius: Math.max(LEAST, GREATEST * Math.sqrt(dot[measure] / most)),
  }));
  const toText = (dot: Dot) =>
    `${dot.place.name} · ${words.find.projects(dot.projects)}${dot.counted > 0 ? ` · ${formatYuan(dot.yuan, locale)}` : ''}`;
  return (
    <svg
      className="map-picture"
      viewBox={`0 0 ${WIDTH} ${Math.round(height * scale + 2 * MARGIN)}`}
      aria-label={words.view.panels.map}
    >
      <g className="seats">
        {allSeats().map((seat) => (
          <circle
            key={`${seat.x} ${seat.y}`}
            cx={MARGIN + (seat.x - x) * scale}
            cy={MARGIN + (seat.y - y) * scale}
            r="1.6"
          />
        ))}
      </g>
      {placed.map((dot) => (
        <a
          key={dot.place.id}
          href={`#area=${dot.place.id}`}
          aria-label={toText(dot)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            select({ kind: 'area', id: dot.place.id });
          }}
        >
          <circle cx={dot.at.x} cy={dot.at.y} r={dot.radius}>
            <title>{toText(dot)}</title>
          </circle>
        </a>
      ))}
      {named(placed).map((dot) => (
        <text key={dot.place.id} x={dot.at.x + dot.radius + 4} y={dot.at.y + 4}>
          {dot.place.name}
        </text>
      ))}
    </svg>
  );
}

interface Placed extends Dot {
  readonly at: { readonly x: number; readonly y: number };
  readonly radius: number;
}

/** The largest dots whose names do not lie on one another's. */
function named(dots: readonly Placed[]): readonly Placed[] {
  const chosen: Placed[] = [];
  for (const dot of dots) {
    if (chosen.length === NAMED) break;
    const isFree = chosen.every(
      (other) => Math.abs(other.at.y - dot.at.y) > 16 || Math.abs(other.at.x - dot.at.x) > 110,
    );
    if (isFree) chosen.push(dot);
  }
  return chosen;
}

/** The same as a table, for who reads rather than looks. */
function Places({ dots, title }: { readonly dots: readonly Dot[]; readonly title: string }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<Dot>[] = [
    {
      name: words.types.Place,
      value: ({ place }) => place.name,
      cell: ({ place }) => <EntityLink entity={place} />,
    },
    { name: words.many.Project, value: ({ projects }) => projects },
    {
      name: words.totalInvestment,
      value: ({ counted, yuan }) => (counted > 0 ? yuan : undefined),
      cell: ({ counted, yuan }) => (counted > 0 ? formatYuan(yuan, locale) : null),
    },
  ];
  return <Table title={title} columns={columns} rows={dots} keyOf={({ place }) => place.id} />;
}
