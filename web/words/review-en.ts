import { type ReviewWords, signed } from './review-words.ts';

/** What the interface says where people judge, in English. */
export const review: ReviewWords = {
  title: 'Review',
  hint: 'Are these two names one thing? What you say stands over what was worked out, and can be taken back.',
  keys: '1 same · 2 different · 3 unsure · ↑ ↓ next pair',
  doubts: 'Doubtful pairs',
  made: 'Judgements made',
  none: 'No pair is in doubt.',
  noneMade: 'Nobody has judged anything yet.',
  notOffered: 'This server takes no judgements. Start it with yuantu serve to judge.',
  noRight: (role) =>
    `Signed in as ${role}: judging takes a reviewer. Sign in at /sign-in with a reviewer’s token.`,
  say: { same: 'Same', different: 'Different', unsure: 'Unsure', wrong: 'Wrong' },
  isOne: 'Are they one?',
  otherThing: 'One of its names is another’s',
  areOne: 'Now one',
  areTwo: 'Now two',
  reasons: {
    introduced: 'an article equates them',
    'shared-alias': 'share a short form',
    'same-context': 'same surroundings',
    'other-context': 'other surroundings',
    'kept-apart': 'an article names both',
    'name-in-name': 'one name within the other',
    'same-name': 'same name',
    homonyms: 'judged namesakes',
    subsidiary: 'one owns the other',
    'two-legal-names': 'two registered names',
    'other-place': 'different places',
    'written-out': 'one is the other in full',
    'rare-name': 'a name that few have',
    'common-name': 'a name that many have',
    'same-body': 'same body',
    'same-title': 'same post',
    'long-title': 'a post of few',
    'posts-alike': 'posts told alike',
    'people-beside': 'the same people beside',
    'things-beside': 'the same firms and bodies beside',
    'places-beside': 'the same places beside',
    'other-field': 'an office and a firm',
    'other-body': 'other bodies',
    'judged-same': 'judged the same',
    'judged-different': 'judged different',
  },
  score: 'Score',
  by: 'Your name',
  byFirst: 'Give your name first: it stands beside each judgement.',
  why: 'Reason, if you like',
  takeBack: 'Take back',
  takenBack: (by) => `taken back by ${by}`,
  overruled: 'overruled by a newer one',
  givesWay: 'Articles set two judgements against each other; the “same” gives way to the “different”:',
  changed: (entities, relations, records) => {
    const parts = [
      entities !== 0 ? `${signed(entities)} ${Math.abs(entities) === 1 ? 'entity' : 'entities'}` : '',
      relations !== 0 ? `${signed(relations)} ${Math.abs(relations) === 1 ? 'relation' : 'relations'}` : '',
    ].filter(Boolean);
    if (parts.length > 0) return `Recorded: ${parts.join(', ')}.`;
    return records > 0
      ? `Recorded: ${records} ${records === 1 ? 'record' : 'records'} updated.`
      : 'Recorded; the graph stays as it was.';
  },
  wrong: 'This is wrong…',
  wrongValue: (value) => `${value} is wrong…`,
  how: 'What is right',
  goes: {
    entity: 'There is no such thing',
    relation: 'There is no such relation',
    value: 'There is no such value',
  },
  rightName: 'Another name',
  rightType: 'Another type',
  rightRelation: 'Another relation',
  rightValue: 'Another value',
  inYuan: 'in yuan',
  record: 'Record',
  noWay: (right) =>
    right === undefined ? 'Fill in what is right.' : `“${right}” is not a number; give yuan, as 5150000000.`,
};
