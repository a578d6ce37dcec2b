import { useState } from 'react';
import type { CompanyAnswer, ProjectAnswer } from '../../../src/contract/profile.ts';
import { api } from '../../api/client.ts';
import { useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { formatValue } from '../../ui/format.ts';
import { formatCapacity } from '../../ui/format-figure.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Figure, Sum, TotalFigure } from './figures.tsx';
import { Head, Kin } from './head.tsx';
import { AllSeries } from './series.tsx';
import { Posts, Projects, Statements, Ties } from './tables.tsx';

/** A company or a project with all that it is tied to, in tables. */
export function ProfilePanel({ id }: { readonly id: string }) {
  const { value, failure } = useAnswer(id, (signal, asOf) => api.profile(id, signal, asOf));
  if (!value) return <Waiting failure={failure} />;
  return value.kind === 'company' ? <Company view={value} /> : <Project view={value} />;
}

/** A company: where it is, what it builds, with whom. */
function Company({ view }: { readonly view: CompanyAnswer }) {
  const words = useWords();
  const { about, places, industries, group, ties, posts, indicators, events } = view;
  const [isAlone, setAlone] = useState(false);
  const { projects, total } = isAlone || !group ? view : group;
  return (
    <article className="area">
      <Head
        about={about}
        kind={words.profileOfType(words.types[about.type])}
        drawn={[
          ...places.map(({ id }) => id),
          ...projects.map(({ project }) => project.id),
          ...(isAlone ? [] : (group?.companies ?? []).map(({ id }) => id)),
          ...ties.map(({ other }) => other.id),
          ...posts.map(({ person }) => person.id),
        ]}
      />
      <dl className="properties figures">
        <TotalFigure total={total} projects={projects.length} />
        <Figure name={words.many.Project} value={projects.length} />
        <Figure name={words.ties} value={ties.length} />
        <Figure name={words.people} value={posts.length} />
      </dl>
      <Kin
        rows={[
          [words.headings.LOCATED_IN.out, places],
          [words.headings.IN_INDUSTRY.out, industries],
          [words.find.below, group?.companies ?? []],
        ]}
      />
      {group && (
        <p className="actions">
          <button type="button" aria-pressed={!isAlone} onClick={() => setAlone(!isAlone)}>
            {words.find.group(group.companies.length)}
          </button>
        </p>
      )}
      <Projects projects={projects} within={about.id} />
      <AllSeries indicators={indicators} />
      <Ties ties={ties} isCompany />
      <Posts posts={posts} />
      <Timeline events={events} />
    </article>
  );
}

/** A project: how it came along, who builds it and where, and what was stated of its sum. */
function Project({ view }: { readonly view: ProjectAnswer }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { about, row, places, ties, sums, indicators, events, undated } = view;
  return (
    <article className="area">
      <Head
        about={about}
        kind={words.profileOfType(words.types[about.type])}
        drawn={[...places, ...row.investors].map(({ id }) => id)}
      />
      <dl className="properties figures">
        <div className="property-investment">
          <dt>{words.property('investment')}</dt>
          <dd>{row.cost === undefined ? <span className="none">—</span> : <Sum row={row} />}</dd>
        </div>
        <Figure
          name={words.property('status')}
          value={row.status ? formatValue('status', row.status, locale) : '—'}
        />
        {row.capacity && (
          <Figure name={words.property('capacity')} value={formatCapacity(row.capacity, locale)} />
        )}
        <Figure name={words.headings.INVESTS_IN.in} value={row.investors.length} />
        <Figure name={words.milestones} value={events.length} />
      </dl>
      <Kin
        rows={[
          [words.headings.LOCATED_IN.out, places],
          [words.headings.IN_INDUSTRY.out, row.industries],
        ]}
      />
      <Timeline
        events={events.map(({ about: _, ...event }) => event)}
        title={words.milestones}
        note={events.length === 0 ? words.noMilestones : undefined}
      />
      <AllSeries indicators={indicators} />
      <Ties ties={ties} />
      <Statements title={words.sums} statements={sums} />
      <Statements title={words.undatedStates} statements={undated} />
    </article>
  );
}
