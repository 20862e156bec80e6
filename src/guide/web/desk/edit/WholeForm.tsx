import { own_names, written_names } from '#guide/rules/filling.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Button, IconButton } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { withGroup } from './adding.ts';
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
      <fieldset className="steps-field">
        <legend>{more.parts_of_it}</legend>
        {guide.groups.map((group, place) => (
          <GroupField
            key={group.id}
            group={group}
            place={place}
            guide={guide}
            change={groups => put({ groups })}
          />
        ))}
        {guide.groups.length < guide_limits.groups && (
          <Button small onClick={() => editing.change(withGroup)}>
            {more.add_group}
          </Button>
        )}
      </fieldset>
      <InBoth label={words.body} rows={9} value={guide.body} change={body => put({ body })} />
      <p className="hint">
        {more.names_in_braces} {[...written_names, ...own_names].map(name => `{${name}}`).join(' ')}
      </p>
    </>
  );
}

interface GroupFieldProps {
  group: Group;
  place: number;
  guide: Guide;
  change: (groups: Group[]) => void;
}

/** A part with questions in it can't be removed: it says how many there are. */
function GroupField({ group, place, guide: { groups, questions }, change }: GroupFieldProps) {
  const { fields, ...words } = useGuideWords().edit;
  const name = `${fields.group} ${place + 1}`;
  const used = questions.filter(({ group: of }) => of === group.id).length;
  const swap = (to: number) =>
    change(groups.map((each, at) => (at === to ? group : at === place ? groups[to]! : each)));
  return (
    <div>
      <InBoth
        label={name}
        rows={1}
        value={group.title}
        change={title => change(groups.map(each => (each.id === group.id ? { ...group, title } : each)))}
      />
      <span className="group-deeds">
        <IconButton
          small
          icon="up"
          label={words.up(name)}
          disabled={place === 0}
          onClick={() => swap(place - 1)}
        />
        <IconButton
          small
          icon="down"
          label={words.down(name)}
          disabled={place === groups.length - 1}
          onClick={() => swap(place + 1)}
        />
        {used > 0 ? (
          <span className="quiet t-13">{words.questions_in_it(used)}</span>
        ) : (
          <Button
            small
            look="bare"
            aria-label={words.remove_what(name)}
            onClick={() => change(groups.filter(({ id }) => id !== group.id))}
          >
            {words.remove}
          </Button>
        )}
      </span>
    </div>
  );
}
