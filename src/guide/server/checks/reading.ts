import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import type { Check, Reading } from '../../rules/check.ts';
import { fill, saidOf } from '../../rules/filling.ts';
import type { Guide } from '../../rules/guide.ts';
import { neededBeside, type Beside } from '../../rules/needs.ts';
import { linesOf } from '../../rules/measuring/words.ts';
import { walk, type Given } from '../../rules/walking.ts';
import { allow_words, owner_names } from '../../rules/words.ts';
import type { SeenCheck } from '../views.ts';

type Question = Guide['questions'][number];

/** A walk in words, as the desk and its school read it. */

export function readingOf(
  { version, guide }: { version: number; guide: Guide },
  { code, answers, beside }: { code: string; answers: Given; beside: Beside },
  lang: Lang,
): Reading {
  const values = saidOf(guide.variables, { HELPDESK_URL: '', STATUS_URL: '' }, lang);
  const { asked, here } = walk(guide, answers);
  const needed = neededBeside(guide, answers, beside);
  const inWords = (question: Question, answer: Question['answers'][number]) => ({
    id: question.id,
    question: fill(question.question[lang], values),
    answer: fill((answer.record ?? answer.label)[lang], values),
  });
  return {
    code,
    version,
    answers: asked.map(({ question, answer }) => inWords(question, answer)),
    beside: needed.flatMap(({ question, answer }) => (answer ? [inWords(question, answer)] : [])),
    unknown: needed
      .filter(({ answer }) => answer === null)
      .map(({ question }) => fill(question.question[lang], values)),
    ending: 'outcome' in here ? endingOf(here.outcome, lang) : null,
    stopped_at: 'question' in here ? fill(here.question.question[lang], values) : null,
  };
}

const endingOf = ({ id, title, owner, ticket: { allow } }: Guide['outcomes'][number], lang: Lang) => ({
  ...{ id, title: title[lang], owner, owner_words: owner_names[owner][lang] },
  ...{ allow, allow_words: allow_words[allow][lang] },
});

export function checkOf(ctx: Ctx, { check, school, person, guide }: SeenCheck): Check {
  const at = (instant: Date) => moment(instant, seenBy(ctx));
  return {
    ...readingOf({ version: check.guide_version, guide }, check, ctx.lang),
    id: check.id,
    school: { id: check.school_id, name: school },
    person: { id: check.person_id, name: person },
    began: at(check.began_at),
    kept: at(check.kept_at),
    message: check.message,
    measured: linesOf(check.measured, ctx.lang),
    ticket: check.ticket_number,
  };
}
