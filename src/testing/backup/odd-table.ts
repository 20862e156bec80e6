/** A table that no code of ours knows, with everything that two PostgreSQLs could spell in two ways. */
export const odd_table = `create table odd (
  id bigint generated always as identity (start with 9007199254740993) primary key,
  before bigint references odd, flag boolean, bits bytea, facts jsonb, plain json, names text[], words tsvector,
  at timestamptz, day date, span interval, exact numeric(30, 10), about float8, text text, "Order" uuid,
  loud text generated always as (upper(text)) stored
)`;

/** The first row names the second as the one before it, which no order by number would load. */
export const odd_rows = `insert into odd
    (before, flag, bits, facts, plain, names, words, at, day, span, exact, about, text, "Order") values
  (9007199254740994, true, decode('00ff5c27220a', 'hex'),
   '{"b": 1.10, "a": "\\u00e9\\\\ \\"", "n": 12345678901234567890}', '{"b":1,  "a":"x"}',
   array['a,b', null, '', 'NULL', '"{}\\'], to_tsvector('simple', 'it''s the \\ cat') || 'x:3A'::tsvector,
   '2026-03-08 02:30:00.123456-08', '0044-03-15 BC', '1 year -2 days 03:04:05.678',
   0.1000000001, 0.1::float8 + 0.2, E'a\\tb\\nc\\u2028', gen_random_uuid()),
  (null, null, null, 'null', null, '{}', '', 'infinity', '-infinity', null, 'NaN', '-Infinity', '', null)`;

/** The number that the odd table gives next. */
export const next_odd = '9007199254740995';
