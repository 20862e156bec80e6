-- The flowcharts as they were laid out (N18): laying one out takes a second, and it is the same until its chart is another.
create table drawings (
  name text not null,
  lang text not null check (lang in ('en', 'fr')),
  -- Of which chart, and by which way of laying out: when it is another, the row is written anew.
  content text not null,
  scenes jsonb not null,
  primary key (name, lang)
);
alter table drawings enable row level security;
alter table drawings force row level security;
create policy everything on drawings to firstline_software using (true) with check (true);
grant select, insert, update on drawings to firstline_software;
