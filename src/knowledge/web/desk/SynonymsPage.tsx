import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { synonym_limits as limits } from '#knowledge/rules/limits.ts';
import type { Groups } from '#knowledge/rules/suggesting/synonyms.ts';
import type { SynonymGroup, Synonyms } from '#knowledge/rules/synonyms.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Nothing, NotYet, refused, TextArea, Time, toast, useSubmit } from '#ui/ui.ts';
import { askSynonyms, useAnswerWords, useArticlesLive } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';

const path = '/api/synonyms';
const wordsIn = ({ groups }: Synonyms): Groups => groups.map(({ words }) => words);

/** The group's own words that mean the same, by which is searched and suggested. */
export function SynonymsPage() {
  const words = useAnswerWords();
  const asked = useQuery(askSynonyms());
  const { data } = asked;
  const [writing, setWriting] = useState<SynonymGroup | 'new'>();
  const written = useWritten();
  useArticlesLive();
  const remove = async (of: Synonyms, group: SynonymGroup) => {
    const groups = wordsIn({ ...of, groups: of.groups.filter(({ id }) => id !== group.id) });
    const kept = await api.put<Synonyms>(path, { edition: of.edition, groups }).catch(refused);
    if (kept) written(kept, of, words.synonyms.removed(nameOf(group)));
    else void asked.refetch();
  };
  return (
    <WorkPage
      title={words.synonyms.title}
      lead={words.synonyms.lead}
      deeds={
        data?.can.write && (
          <Button look="main" icon="plus" onClick={() => setWriting('new')}>
            {words.synonyms.begin}
          </Button>
        )
      }
    >
      <Beside />
      <NotYet asked={asked} lines={6} words={words} />
      {data?.groups.length === 0 && <Nothing title={words.synonyms.none} hint={words.synonyms.none_hint} />}
      {data && data.groups.length > 0 && (
        <ul className="lines">
          {data.groups.map(group => (
            <Line
              key={group.id}
              group={group}
              writes={data.can.write}
              onChange={() => setWriting(group)}
              onRemove={() => void remove(data, group)}
            />
          ))}
        </ul>
      )}
      {writing && data && (
        <GroupSheet
          group={writing === 'new' ? undefined : writing}
          all={data}
          onWritten={written}
          onClose={() => setWriting(undefined)}
        />
      )}
    </WorkPage>
  );
}

const nameOf = ({ words }: Pick<SynonymGroup, 'words'>) => words.join(', ');

type Written = (kept: Synonyms, before: Synonyms, says: string) => void;

const without = (groups: Groups, those: Groups): Groups => {
  const gone = new Set(those.map(words => words.join('\n')));
  return groups.filter(words => !gone.has(words.join('\n')));
};

/** Shows what is kept now, and offers to take this one change back, whatever was written beside it since. */
function useWritten(): Written {
  const words = useAnswerWords().synonyms;
  const client = useQueryClient();
  const show = (kept: Synonyms) => client.setQueryData(askSynonyms().queryKey, kept);
  return (kept, before, says) => {
    show(kept);
    const [old, fresh] = [wordsIn(before), wordsIn(kept)];
    const undo = async () => {
      const now = await api.get<Synonyms>(path);
      const groups = [...without(wordsIn(now), without(fresh, old)), ...without(old, fresh)];
      show(await api.put<Synonyms>(path, { edition: now.edition, groups }));
    };
    toast({ text: says, action: { label: words.undo, run: () => void undo().catch(refused) } });
  };
}

interface LineProps {
  group: SynonymGroup;
  writes: boolean;
  onChange: () => void;
  onRemove: () => void;
}

function Line({ group, writes, onChange, onRemove }: LineProps) {
  const words = useAnswerWords().synonyms;
  return (
    <li className="snippet-line">
      <div className="line-text">
        <h2 className="name">{group.words.join(' · ')}</h2>
        <p className="quiet t-13">
          {group.by}, <Time moment={group.at} />
        </p>
      </div>
      {writes && (
        <span className="answer-deeds">
          <Button small aria-label={words.change_what(nameOf(group))} onClick={onChange}>
            {words.change}
          </Button>
          <Button small look="bare" aria-label={words.remove_what(nameOf(group))} onClick={onRemove}>
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

interface GroupSheetProps {
  group: SynonymGroup | undefined;
  /** As they are now: colleagues may write beside her. */
  all: Synonyms;
  onWritten: Written;
  onClose: () => void;
}

/** A group, a word or phrase a line. */
function GroupSheet({ group, all, onWritten, onClose }: GroupSheetProps) {
  const words = useAnswerWords().synonyms;
  const client = useQueryClient();
  const [text, setText] = useState(group?.words.join('\n') ?? '');
  const [wrong, setWrong] = useState<string>();
  const [lost, setLost] = useState(false);
  const { submit, busy, problem } = useSubmit<Synonyms>('put');
  const keep = async () => {
    const lines = text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean);
    const there = all.groups.some(({ id }) => id === group?.id);
    if (lines.length < limits.fewest || lines.length > limits.most) return setWrong(words.how_many);
    // What a colleague has changed meanwhile is seen before it is written beside it.
    if (group && !there && !lost) {
      setLost(true);
      return setWrong(words.changed_meanwhile);
    }
    setWrong(undefined);
    const groups = there
      ? all.groups.map(each => (each.id === group!.id ? lines : each.words))
      : [...wordsIn(all), lines];
    const kept = await submit(path, { edition: all.edition, groups });
    if (!kept) return client.invalidateQueries(askSynonyms());
    onWritten(kept, all, words.kept(lines.join(', ')));
    onClose();
  };
  return (
    <SheetForm
      title={group ? words.change_what(nameOf(group)) : words.begin}
      deed={words.keep}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void keep()}
      onClose={onClose}
    >
      <TextArea
        label={words.field}
        hint={words.field_hint}
        rows={limits.most}
        autoFocus
        maxLength={limits.most * (limits.letters + 1)}
        value={text}
        error={wrong ?? problem?.errors[0]?.sentence}
        onChange={({ target }) => setText(target.value)}
      />
    </SheetForm>
  );
}
