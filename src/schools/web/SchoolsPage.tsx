import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { School } from '#schools/rules/school.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, NotYet, TextField } from '#ui/ui.ts';
import { useLoginWords } from './logins/asking.ts';
import { NewSchoolSheet } from './NewSchoolSheet.tsx';
import { askSchools, useSchoolWords } from './schools.ts';

/** All schools, found as one types. */
export function SchoolsPage() {
  const words = useSchoolWords().list;
  const sign_ins = useLoginWords();
  const { can } = useSession();
  const asked = useQuery(askSchools());
  const { data } = asked;
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const found = data?.filter(fits(typed)) ?? [];
  return (
    <WorkPage
      title={words.title}
      lead={data && words.count(data.length)}
      deeds={
        can.keep_schools && (
          <>
            <Link className="button bare" to="/desk/schools/sign-ins">
              {sign_ins.page.link}
            </Link>
            <Button icon="plus" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </>
        )
      }
    >
      <TextField
        label={words.find}
        placeholder={words.find_hint}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <NotYet asked={asked} lines={8} words={words} />
      {data && found.length === 0 && (
        <p className="empty">{data.length ? words.none_found(typed) : words.none}</p>
      )}
      {found.length > 0 && <SchoolTable schools={found} />}
      {adding && <NewSchoolSheet onClose={() => setAdding(false)} />}
    </WorkPage>
  );
}

/** The letters without their accents and case, so that "ecole" finds École. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const fits = (typed: string) => {
  const wanted = plain(typed).split(/\s+/);
  return ({ name, code, town }: School) =>
    wanted.every(word => plain(`${name} ${code} ${town ?? ''}`).includes(word));
};

function SchoolTable({ schools }: { schools: readonly School[] }) {
  const words = useSchoolWords().list;
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.town}</th>
        </tr>
      </thead>
      <tbody>
        {schools.map(({ id, name, code, town }) => (
          <tr key={id}>
            <td>
              <Link to="/desk/schools/$id" params={{ id: String(id) }}>
                {name}
              </Link>
            </td>
            <td>{code}</td>
            <td>{town}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
