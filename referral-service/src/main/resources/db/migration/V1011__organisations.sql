-- Organisations are public knowledge, so that no borough binds them; what they are called is a label.
create table organisation (
  id              uuid primary key,
  version         bigint not null,
  name            text not null,
  type            text not null,
  active_from     date not null,
  active_until    date,
  boroughs_served text[] not null,
  accreditations  jsonb not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  check (active_until >= active_from)
);
create index organisation_by_type on organisation (type, id desc);
grant select, insert, update on organisation to ${appRole};

-- Which machine may act for which borough. The token decides; the register says who that is.
create table machine_client (
  id              uuid primary key,
  version         bigint not null,
  client_id       text not null,
  borough_code    text not null references borough,
  organisation_id uuid not null references organisation,
  acts_from       date not null,
  acts_until      date,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  check (acts_until >= acts_from),
  -- A client acts for one borough at a time, and is entered once for it.
  constraint machine_client_once exclude using gist (
    int8range(hashtextextended(client_id, 0), hashtextextended(client_id, 0), '[]') with &&,
    daterange(acts_from, acts_until, '[]') with &&)
);
create index machine_client_by_borough on machine_client (borough_code, id desc);
alter table machine_client enable row level security;
alter table machine_client force row level security;
create policy borough on machine_client
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on machine_client to ${appRole};
