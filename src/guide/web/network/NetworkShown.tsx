import { useId, useState } from 'react';
import type { Entry, Network } from '#guide/rules/network/network.ts';
import { copyText } from '#ui/copy.ts';
import { Button, Nothing, Select, toast, useLang } from '#ui/ui.ts';
import { useNetworkWords } from './words.ts';
import './network.css';

/** The list that holds, what is to come, what is typed into firewalls, and what was changed until now. */
export function NetworkShown({ network }: { network: Network }) {
  const words = useNetworkWords();
  const { entries, coming, past, since, recipes } = network;
  if (entries.length + coming.length === 0) return <Nothing title={words.none} hint={words.none_hint} />;
  return (
    <>
      {coming.map(change => (
        <section key={change.version} className="sheet network-change">
          <h2>{words.coming(change.holds_from.words)}</h2>
          <p>{change.why}</p>
          <ChangeShown change={change} />
          <p className="second">{words.coming_hint}</p>
        </section>
      ))}
      <section className="network-now">
        {since && <p className="quiet t-13">{words.since(since.words)}</p>}
        {entries.length > 0 && <Entries of={entries} />}
      </section>
      <Recipes of={recipes} />
      {past.length > 0 && (
        <details className="no-print">
          <summary>{words.past}</summary>
          <ul className="network-past">
            {past.map(change => (
              <li key={change.version}>
                <b>{change.holds_from.words}</b> {change.why}
                <ChangeShown change={change} />
                <span className="quiet t-13">{words.told(change.by, change.told.words)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const said = ({ host, port, protocol }: Entry) => `${host} ${protocol.toUpperCase()} ${port}`;

function ChangeShown({
  change: { added, removed },
}: {
  change: Pick<Network['coming'][number], 'added' | 'removed'>;
}) {
  const words = useNetworkWords();
  return (
    <ul className="network-lines">
      {added.map(entry => (
        <li key={said(entry)}>
          + {words.added}: <code>{said(entry)}</code>
        </li>
      ))}
      {removed.map(entry => (
        <li key={said(entry)}>
          − {words.removed}: <code>{said(entry)}</code>
        </li>
      ))}
    </ul>
  );
}

function Entries({ of }: { of: readonly Entry[] }) {
  const words = useNetworkWords();
  const [lang] = useLang();
  return (
    <div className="network-table">
      <table>
        <thead>
          <tr>
            {[words.host, words.port, words.protocol, words.direction, words.purpose].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map(entry => (
            <tr key={said(entry)}>
              <th scope="row">
                <code>{entry.host}</code>
              </th>
              <td>{entry.port}</td>
              <td>{entry.protocol.toUpperCase()}</td>
              <td>{words.outgoing}</td>
              <td>{entry.purpose[lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recipes({ of }: { of: Network['recipes'] }) {
  const words = useNetworkWords();
  const [id, setId] = useState(of[0]?.id);
  const title = useId();
  const recipe = of.find(each => each.id === id) ?? of[0];
  if (!recipe) return null;
  const copy = async () => void ((await copyText(recipe.text)) && toast({ text: words.copied }));
  return (
    <section className="network-recipes" aria-labelledby={title}>
      <h2 id={title}>{words.recipes}</h2>
      <p className="second t-13">{words.recipes_hint}</p>
      <div className="deeds no-print">
        <Select label={words.which} value={recipe.id} onChange={({ target }) => setId(target.value)}>
          {of.map(each => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
        <Button onClick={() => void copy()}>{words.copy}</Button>
      </div>
      <h3>{recipe.name}</h3>
      <p className="second">{recipe.about}</p>
      <pre>{recipe.text}</pre>
    </section>
  );
}
