-- The survivor side. What says who she is or how to reach her is bytea: ciphertext under her own key.

create table known_referral (
  id                     uuid primary key,
  person_id              uuid,
  referring_borough_code text,
  accepted_at            timestamptz,
  ended_at               timestamptz,
  cleared_at             timestamptz,
  started_on             date,
  version                bigint not null
);
comment on table known_referral is 'What other services told of a referral, in whatever order they told it.';
create index known_referral_waiting on known_referral (accepted_at)
  where cleared_at is null and ended_at is null and accepted_at is not null;
create index known_referral_started on known_referral (started_on) where started_on is not null;

create table participant (
  person_id   uuid primary key,
  given_name  text not null,
  family_name text not null
);

create table at_risk_handoff (
  id                  uuid primary key,
  referral_id         uuid not null,
  sender_borough_code text,
  person_count        int not null check (person_count > 0),
  status              text not null check (status in ('AWAITING_REFERRAL', 'MATCHED', 'QUARANTINED')),
  received_at         timestamptz not null,
  version             bigint not null
);
create index at_risk_handoff_awaiting on at_risk_handoff (referral_id) where status = 'AWAITING_REFERRAL';

create table at_risk_person (
  id              uuid primary key,
  handoff_id      uuid not null references at_risk_handoff,
  position        int not null,
  borough_code    text,
  details_version int not null,
  name            bytea not null,
  relationship    bytea not null,
  safe_times      bytea,
  unique (handoff_id, position)
);

create table contact_point (
  id            uuid primary key,
  person_id     uuid not null references at_risk_person,
  position      int not null,
  type          text not null,
  value         bytea not null,
  value_version int not null,
  safe          text not null check (safe in ('YES', 'NO', 'UNKNOWN')),
  version       bigint not null,
  unique (person_id, position)
);

create table survivor_case (
  id            uuid primary key,
  person_id     uuid not null unique references at_risk_person,
  referral_id   uuid not null,
  borough_code  text,
  status        text not null,
  received_at   timestamptz not null,
  attempt_count int not null,
  contact_tier  int not null check (contact_tier between 0 and 4),
  version       bigint not null
);
create index survivor_case_referral on survivor_case (referral_id);

create table survivor_case_status_change (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  transition  text not null,
  from_status text not null,
  to_status   text not null,
  at          timestamptz not null,
  made_by     text not null,
  reason_code text
);
create index survivor_case_status_change_case on survivor_case_status_change (case_id);

create table contact_attempt (
  id               uuid primary key,
  case_id          uuid not null references survivor_case,
  attempt_no       int not null,
  attempted_at     timestamptz not null,
  channel          text not null,
  contact_point_id uuid references contact_point,
  outcome          text not null,
  duration_minutes int check (duration_minutes between 0 and 600),
  support_accepted text,
  content          text[] not null,
  override_reason  bytea,
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  unique (case_id, attempt_no)
);

create table contact_task (
  id        uuid primary key,
  case_id   uuid not null references survivor_case,
  trigger   text not null,
  raised_at timestamptz not null,
  due_at    timestamptz not null,
  done_at   timestamptz
);
create index contact_task_open on contact_task (case_id) where done_at is null;

create table safety_hold (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  referral_id uuid not null,
  placed_at   timestamptz not null,
  placed_by   text not null,
  lifted_at   timestamptz,
  lifted_by   text,
  version     bigint not null
);
create index safety_hold_open on safety_hold (referral_id) where lifted_at is null;
create index safety_hold_case on safety_hold (case_id);

create table published_aggregate (
  period       text primary key,
  id           uuid not null unique,
  published_at timestamptz not null
);

-- What a borough-bound caller's transaction may do: hand over and match, nothing else. Only work
-- bound to no borough (support staff, events, schedules) sees a survivor's row. The owner of the
-- tables, whom every policy leaves out, sees none.
do $$
declare
  name text;
begin
  foreach name in array array['known_referral', 'at_risk_handoff'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy service on %I to ${appRole} using (true) with check (true)', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert, update on %I to ${appRole}', name);
  end loop;
  foreach name in array array['participant', 'at_risk_person', 'contact_point', 'survivor_case',
      'survivor_case_status_change', 'contact_attempt', 'contact_task', 'safety_hold',
      'published_aggregate'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy hand_over on %I for insert to ${appRole} with check (true)', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (given_name, family_name) on participant to ${appRole};
grant delete on participant to ${appRole};
grant update (safe, version) on contact_point to ${appRole};
grant update (status, attempt_count, contact_tier, version) on survivor_case to ${appRole};
grant update (done_at) on contact_task to ${appRole};
grant update (lifted_at, lifted_by, version) on safety_hold to ${appRole};
