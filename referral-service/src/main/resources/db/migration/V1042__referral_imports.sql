-- Referrals that came many at once, in a file.
create table referral_import (
  id           uuid primary key,
  borough_code text not null references borough,
  client       text not null,
  submitted_by text not null,
  format       text not null check (format in ('CSV', 'NDJSON')),
  row_count    int not null check (row_count > 0),
  created_at   timestamptz not null,
  finished_at  timestamptz,
  leased_until timestamptz not null default '-infinity'
);
comment on column referral_import.leased_until is 'Until then it belongs to the process that works on it.';
create index referral_import_by_client on referral_import (borough_code, client, id desc);
create index referral_import_unfinished on referral_import (id) where finished_at is null;
create index referral_import_by_age on referral_import (created_at);
alter table referral_import enable row level security;
alter table referral_import force row level security;
create policy borough on referral_import
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on referral_import to ${appRole};

create table referral_import_row (
  import_id          uuid not null references referral_import on delete cascade,
  number             int not null,
  borough_code       text not null,
  content            bytea,
  outcome            text not null check (outcome in ('PENDING', 'CREATED', 'EXISTING', 'REFUSED')),
  external_reference text,
  referral_id        uuid,
  problem            text,
  violations         text,
  primary key (import_id, number),
  -- What the man's row said is kept until it has been dealt with, and not a moment longer.
  check ((content is not null) = (outcome = 'PENDING'))
);
create index referral_import_row_by_outcome on referral_import_row (import_id, outcome, number);
alter table referral_import_row enable row level security;
alter table referral_import_row force row level security;
create policy borough on referral_import_row
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on referral_import_row to ${appRole};
