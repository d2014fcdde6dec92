-- TOPs that came many at once, in a file.
create table top_import (
  id           uuid primary key,
  borough_code text not null,
  client       text not null,
  submitted_by text not null,
  format       text not null check (format in ('CSV', 'NDJSON', 'NDTMS')),
  row_count    int not null check (row_count > 0),
  created_at   timestamptz not null,
  finished_at  timestamptz,
  leased_until timestamptz not null default '-infinity'
);
comment on column top_import.leased_until is 'Until then it belongs to the process that works on it.';
create index top_import_by_client on top_import (borough_code, client, id desc);
create index top_import_unfinished on top_import (id) where finished_at is null;
create index top_import_by_age on top_import (created_at);
alter table top_import enable row level security;
alter table top_import force row level security;
create policy borough on top_import
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on top_import to ${appRole};

create table top_import_row (
  import_id        uuid not null references top_import on delete cascade,
  number           int not null,
  borough_code     text not null,
  content          bytea,
  outcome          text not null check (outcome in ('PENDING', 'CREATED', 'EXISTING', 'REFUSED', 'WITHHELD')),
  record_reference text,
  top_record_id    uuid,
  problem          text,
  violations       text,
  primary key (import_id, number),
  -- What a row said is kept until it has been dealt with, and not a moment longer.
  check ((content is not null) = (outcome = 'PENDING'))
);
create index top_import_row_by_outcome on top_import_row (import_id, outcome, number);
alter table top_import_row enable row level security;
alter table top_import_row force row level security;
create policy borough on top_import_row
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on top_import_row to ${appRole};
