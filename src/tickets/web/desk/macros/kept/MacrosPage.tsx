import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { whose_is } from '#tickets/rules/macros/folder.ts';
import type { Macro } from '#tickets/rules/macros/macro.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, NotYet, Select, TextField } from '#ui/ui.ts';
import { fitting } from '../../frame/palette/fuzzy.ts';
import { askMacros, foundBy, useMacros } from '../asking.ts';
import '../macros.css';
import { useMacroWords } from '../words.ts';
import { MacroLine } from './MacroLine.tsx';
import { MacroSheet, type Writing } from './MacroSheet.tsx';

type Whose = Macro['whose'];

/** The macros that a person may use, by folder: to look for, keep, change and remove. */
export function MacrosPage() {
  const words = useMacroWords().page;
  const asked = useQuery(askMacros());
  const { data } = asked;
  const { macros } = useMacros(true);
  const [typed, setTyped] = useState('');
  const [whose, setWhose] = useState<Whose | ''>('');
  const [writing, setWriting] = useState<Writing>();
  const shown = fitting(
    macros
      .filter(macro => whose === '' || macro.whose === whose)
      .map(macro => ({ ...macro, found_by: foundBy(macro) })),
    typed,
  );
  return (
    <WorkPage
      above={<Link to="/desk/settings">{words.back}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.keep && (
          <Button icon="plus" onClick={() => setWriting({ macro: undefined })}>
            {words.create}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={6} />
      {data?.items.length === 0 && <p className="empty">{words.none}</p>}
      {data && data.items.length > 0 && (
        <>
          <div className="macro-find" role="search">
            <TextField
              label={words.search}
              type="search"
              placeholder={words.search_hint}
              value={typed}
              onChange={event => setTyped(event.target.value)}
            />
            <Select
              label={words.filter}
              value={whose}
              onChange={event => setWhose(event.target.value as Whose | '')}
            >
              <option value="">{words.filter_all}</option>
              {whose_is.map(each => (
                <option key={each} value={each}>
                  {words.whose[each]}
                </option>
              ))}
            </Select>
          </div>
          {shown.length === 0 && <p className="empty">{words.none_found}</p>}
          {foldersOf(shown).map(([folder, those]) => (
            <section key={folder}>
              <h2>{folder || words.no_folder}</h2>
              <ul className="lines">
                {those.map(macro => (
                  <MacroLine key={macro.id} macro={macro} keeps={data.can.keep} onWrite={setWriting} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      {writing && data && <MacroSheet {...writing} macros={data} onClose={() => setWriting(undefined)} />}
    </WorkPage>
  );
}

/** In the order of their names; what is in none comes last. */
function foldersOf(macros: readonly Macro[]): [string, Macro[]][] {
  const folders = new Map<string, Macro[]>();
  for (const macro of macros) folders.set(macro.folder, [...(folders.get(macro.folder) ?? []), macro]);
  const last = (folder: string) => (folder === '' ? '\uffff' : folder);
  return [...folders].sort(([one], [other]) => last(one).localeCompare(last(other)));
}
