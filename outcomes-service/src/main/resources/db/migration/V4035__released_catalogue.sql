-- Feeds carry more of the catalogue than one figure of a metric.
alter table feed_cell add column variant text;
comment on column feed_cell.variant is 'Which of a metric''s several figures; null for a metric that has one.';

-- Men are told apart by their TOPs as well: what was said by the former outcomes is said by all that they stand for.
select set_config('app.borough', '*', true);
alter table released_claim disable trigger released_claim_append_only;
update released_claim
set people = replace(replace(people,
  'REACHED_THRESHOLD', (select string_agg('STARTED/REACHED/' || entry || '/' || ending, '+' order by entry, ending)
    from unnest(array['ENTRY_TOP', 'NO_ENTRY_TOP']) entry, unnest(array['CURRENT', 'ENDED/EXIT_TOP', 'ENDED/NO_EXIT_TOP']) ending)),
  'STARTED_ONLY', (select string_agg('STARTED/BELOW/' || entry || '/' || ending, '+' order by entry, ending)
    from unnest(array['ENTRY_TOP', 'NO_ENTRY_TOP']) entry, unnest(array['CURRENT', 'ENDED/EXIT_TOP', 'ENDED/NO_EXIT_TOP']) ending))
where subject = 'MEN';
alter table released_claim enable trigger released_claim_append_only;

-- What is no count of people leaves once for each year.
create table released_figure (
  release_id  uuid not null references feed_release,
  place       int not null,
  metric      text not null,
  method      text not null,
  variant     text,
  anchor      text,
  numerator   bigint,
  denominator bigint,
  value       text,
  suppressed  boolean not null,
  people      bigint,
  paired      bigint,
  started     bigint,
  primary key (release_id, place)
);
comment on table released_figure is 'Medians, sums and means of all of London, of the first release of a financial year; never changed, never released again.';
alter table released_figure enable row level security;
alter table released_figure force row level security;
create policy reader on released_figure
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on released_figure to ${appRole};
create trigger released_figure_append_only before update or delete or truncate on released_figure
  for each statement execute function refuse_change();
