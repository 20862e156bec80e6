import { import_kinds, type ImportKind } from '#schools/rules/importing/fields.ts';
import { buttonClass } from '#ui/ui.ts';
import { useImportWords } from './asking.ts';

const addresses: Record<ImportKind, string> = {
  schools: '/api/schools.csv',
  people: '/api/schools/people.csv',
};

/** Everything as files, to keep or to change and import again. */
export function ExportPart() {
  const words = useImportWords();
  return (
    <section>
      <header>
        <div>
          <h2>{words.export}</h2>
          <p className="second">{words.export_lead}</p>
        </div>
      </header>
      <div className="deeds">
        {import_kinds.map(kind => (
          <a key={kind} className={buttonClass({})} href={addresses[kind]} download>
            {words.export_what[kind]}
          </a>
        ))}
      </div>
    </section>
  );
}
