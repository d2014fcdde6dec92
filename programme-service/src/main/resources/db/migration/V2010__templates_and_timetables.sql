-- Templates as published versions, timetables that move, and nobody in two places at once.

-- The update below concerns every borough; the owner is bound by row-level security like everybody.
select set_config('app.borough', '*', true);

create table programme_template_version (
  code         text not null check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  version      int not null check (version > 0),
  content      text not null check (content is json object),
  published_at timestamptz not null,
  published_by text not null,
  primary key (code, version),
  check ((content::jsonb ->> 'code') = code and (content::jsonb ->> 'version')::int = version)
);
comment on table programme_template_version is
  'Append-only: a published version is superseded by the next one and never changed. The same for every borough.';
create trigger programme_template_version_append_only
  before update or delete or truncate on programme_template_version
  for each statement execute function refuse_change();
grant select, insert on programme_template_version to ${appRole};

alter table programme_run
  add intake text not null default 'CLOSED' check (intake in ('CLOSED', 'ROLLING')),
  add intake_every_weeks int check (intake_every_weeks between 1 and 26),
  add cancelled_at timestamptz,
  add cancel_reason text,
  add check ((intake = 'ROLLING') = (intake_every_weeks is not null)),
  add check ((cancelled_at is null) = (cancel_reason is null));
create index programme_run_open on programme_run (ends_on) where cancelled_at is null;
grant update (starts_on, ends_on, cancelled_at, cancel_reason, version) on programme_run to ${appRole};

alter table programme_session
  add phase text,
  add parts text not null default '[]' check (parts is json array),
  add planned_facilitators text[] not null default '{}',
  add lone_facilitator_reason text,
  add cancel_reason text,
  add sequence int not null default 0 check (sequence >= 0),
  add changed_at timestamptz not null default now();
update programme_session s set planned_facilitators = r.facilitators
  from programme_run r where r.id = s.run_id;
create index programme_session_of_day on programme_session (date);
create index programme_session_led_by on programme_session using gin (planned_facilitators);
grant update (date, start_time, planned_facilitators, lone_facilitator_reason, cancel_reason,
  sequence, changed_at) on programme_session to ${appRole};
comment on column programme_session.sequence is 'How often the plan of this session changed; SEQUENCE in calendars.';

-- The constraint is the rule: whatever two requests saw, only one of them can book the same hour.
create extension if not exists btree_gist;
create table booking (
  session_id   uuid not null references programme_session,
  borough_code text not null,
  kind         text not null check (kind in ('FACILITATOR', 'VENUE')),
  resource     text not null,
  during       tsrange not null check (not isempty(during)),
  primary key (session_id, kind, resource),
  constraint nobody_twice_at_once
    exclude using gist (kind with =, resource with =, during with &&)
);
comment on table booking is
  'Who and what a session to come needs, in London time. What was entered after the day books nobody.';
alter table booking enable row level security;
alter table booking force row level security;
create policy borough on booking
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, delete on booking to ${appRole};
