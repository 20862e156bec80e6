import { useQuery } from '@tanstack/react-query';
import { useRef, type ChangeEvent } from 'react';
import { article_limits as limits } from '#knowledge/rules/limits.ts';
import { picture_types } from '#knowledge/rules/pictures.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { Button, Field, Notice } from '#ui/ui.ts';
import { askSnippets, useAnswerWords } from '../asking.ts';
import { putPart, putText } from './put-text.ts';
import { usePuttingIn } from './use-putting-in.ts';

interface BodyFieldProps {
  article: number;
  lang: 'en' | 'fr';
  value: string;
  error: string | undefined;
  onChange: (body: string) => void;
}

/** The text of an article: pictures by paste, drop or choice, tables as they are copied, notes, warnings and snippets. */
export function BodyField({ article, lang, value, error, onChange }: BodyFieldProps) {
  const words = useAnswerWords().form;
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const { busy, problem, putPictures, onPaste, onDrop } = usePuttingIn(article, area);
  const put = (text: string) => area.current && putPart(area.current, text);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void putPictures([...(target.files ?? [])]);
    target.value = '';
  };
  return (
    <Field label={words.body} hint={words.body_hint} error={error}>
      {wiring => (
        <>
          <div className="answer-insert" role="group" aria-label={words.put_in}>
            <Button small icon="plus" busy={busy} onClick={() => file.current?.click()}>
              {words.picture}
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              multiple
              accept={picture_types.join(',')}
              aria-label={words.picture}
              onChange={choose}
            />
            <Button small onClick={() => put('> [!NOTE]\n> ')}>
              {words.note}
            </Button>
            <Button small onClick={() => put('> [!WARNING]\n> ')}>
              {words.warning}
            </Button>
            <Button small onClick={() => put(words.table_begins)}>
              {words.table}
            </Button>
            <SnippetMenu onPick={name => area.current && putText(area.current, `{{${name}}}`)} />
          </div>
          <textarea
            {...wiring}
            ref={area}
            className="control"
            rows={22}
            maxLength={limits.body}
            lang={lang}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            onPaste={onPaste}
            onDrop={onDrop}
          />
          <p role="status" className="quiet t-13">
            {busy && words.keeping_picture}
          </p>
          {problem && <Notice tone="bad" title={problem} />}
        </>
      )}
    </Field>
  );
}

/** The snippets by name; there is nothing to choose from while there is none. */
function SnippetMenu({ onPick }: { onPick: (name: string) => void }) {
  const words = useAnswerWords().form;
  const { data } = useQuery(askSnippets());
  if (!data || data.items.length === 0) return null;
  return (
    <PickMenu
      label={words.snippet}
      value=""
      options={data.items.map(({ name }) => ({ id: name, name }))}
      onPick={onPick}
      className="small"
    >
      {words.snippet}
    </PickMenu>
  );
}
