import { own_names, written_names } from '#guide/rules/filling.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button, IconButton, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { swapped, withGroup, withMoved } from './adding.ts';
import { InBoth } from './InBoth.tsx';
import { PlaceSelect } from './PlaceSelect.tsx';
import type { Editing } from './use-editing.ts';

type Group = Guide['groups'][number];

/** What belongs to no question: where it begins, its parts in their order, and what a ticket from it says. */
export function WholeForm({ editing }: { editing: Editing }) {
  const { fields: words, ...more } = useGuideWords().edit;
  const { guide } = editing;
  const put = (part: Partial<Guide>) => editing.change(now => ({ ...now, ...part }));
  return (
    <>
      <h2>{more.whole}</h2>
      <PlaceSelect
        label={words.start}
        guide={guide}
        questions_only
        value={guide.start}
        change={start => put({ start })}
      />
      <Ruled legend={more.parts_of_it}>
        {guide.groups.map((group, place) => (
          <GroupField key={group.id} group={group} place={place} editing={editing} />
        ))}
        {guide.groups.length < guide_limits.groups && (
          <Button small onClick={() => editing.change(withGroup)}>
            {more.add_group}
          </Button>
        )}
      </Ruled>
      <InBoth label={words.body} rows={9} value={guide.body} change={body => put({ body })} />
      <div className="hint">
        {more.names_in_braces}
        <ul className="in-braces">
          {[...written_names, ...own_names].map(name => (
            <li key={name}>
              <code>{`{${name}}`}</code> {more.in_braces[name]}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface GroupFieldProps {
  group: Group;
  place: number;
  editing: Editing;
}

/** A part with its questions in their order; only one without any can be removed. */
function GroupField({ group, place, editing }: GroupFieldProps) {
  const { fields, ...words } = useGuideWords().edit;
  const { groups, questions } = editing.guide;
  const name = `${fields.group} ${place + 1}`;
  const inside = questions.filter(({ group: of }) => of === group.id);
  const put = (next: (groups: Group[]) => Group[]) =>
    editing.change(guide => ({ ...guide, groups: next(guide.groups) }));
  return (
    <div>
      <InBoth
        label={name}
        rows={1}
        value={group.title}
        change={title => put(all => all.map(each => (each.id === group.id ? { ...each, title } : each)))}
      />
      <span className="group-deeds">
        <IconButton
          small
          icon="up"
          label={words.up(name)}
          disabled={place === 0}
          onClick={() => put(all => swapped(all, place, place - 1))}
        />
        <IconButton
          small
          icon="down"
          label={words.down(name)}
          disabled={place === groups.length - 1}
          onClick={() => put(all => swapped(all, place, place + 1))}
        />
        {inside.length === 0 && (
          <Button
            small
            look="bare"
            aria-label={words.remove_what(name)}
            onClick={() => put(all => all.filter(({ id }) => id !== group.id))}
          >
            {words.remove}
          </Button>
        )}
      </span>
      {inside.length > 0 && <Order part={name} questions={inside} editing={editing} />}
    </div>
  );
}

interface OrderProps {
  part: string;
  questions: Guide['questions'];
  editing: Editing;
}

/** The questions of a part as paper and chart have them one after the other. */
function Order({ part, questions, editing }: OrderProps) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  return (
    <details className="order">
      <summary>{words.questions_in_it(questions.length)}</summary>
      <p className="hint">{words.order_hint}</p>
      <ol aria-label={words.order_of(part)}>
        {questions.map(({ id, question }, place) => (
          <li key={id}>
            <IconButton
              small
              icon="up"
              label={words.up(id)}
              disabled={place === 0}
              onClick={() => editing.change(guide => withMoved(guide, id, -1))}
            />
            <IconButton
              small
              icon="down"
              label={words.down(id)}
              disabled={place === questions.length - 1}
              onClick={() => editing.change(guide => withMoved(guide, id, 1))}
            />
            <span>
              {id} {question[lang]}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
