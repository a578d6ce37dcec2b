import type { AreaAnswer } from '../../../src/contract/profile.ts';
import { api } from '../../api/client.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Figures } from './figures.tsx';
import { Head, Kin } from './head.tsx';
import { AllSeries } from './series.tsx';
import { Companies, Posts, Projects } from './tables.tsx';
import { Zones } from './zones.tsx';

/** A zone, a place or an industry with all that is in it. */
export function AreaPanel({ id }: { readonly id: string }) {
  const { value, failure } = useAnswer(id, (signal, asOf) => api.area(id, signal, asOf));
  return value ? <Area area={value} /> : <Waiting failure={failure} />;
}

function Area({ area }: { readonly area: AreaAnswer }) {
  const words = useWords();
  return (
    <article className="area">
      <Head
        about={area.area}
        kind={words.areaOf(words.types[area.area.type])}
        drawn={[
          ...area.parts.map(({ id }) => id),
          ...area.zones.map(({ zone }) => zone.id),
          ...area.projects.map(({ project }) => project.id),
          ...area.companies.map(({ company }) => company.id),
          ...area.posts.map(({ person }) => person.id),
        ]}
      />
      <Figures area={area} />
      <Kin
        rows={[
          [words.parents, area.parents],
          [words.parts, area.parts],
          [words.headings.IN_INDUSTRY.out, area.industries],
        ]}
      />
      <Zones zones={area.zones} />
      <Projects projects={area.projects} within={area.area.id} />
      <AllSeries indicators={area.indicators} />
      <Companies companies={area.companies} />
      <Posts posts={area.posts} />
      <Timeline events={area.events} />
    </article>
  );
}
