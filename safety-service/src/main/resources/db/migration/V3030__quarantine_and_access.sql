-- The review of what was put in quarantine.
alter table at_risk_handoff drop constraint at_risk_handoff_status_check;
alter table at_risk_handoff add constraint at_risk_handoff_status_check
  check (status in ('AWAITING_REFERRAL', 'MATCHED', 'QUARANTINED', 'RELEASED', 'DESTROYED'));
alter table at_risk_handoff add column reviewed_by text;
alter table at_risk_handoff add column reviewed_at timestamptz;
alter table at_risk_handoff add column review_reason_code text;
create index at_risk_handoff_quarantined on at_risk_handoff (id) where status = 'QUARANTINED';

-- Who may open which case.
create table team_member (
  id           uuid primary key,
  borough_code text not null,
  worker       text not null,
  added_by     text not null,
  added_at     timestamptz not null,
  left_at      timestamptz,
  removed_by   text,
  version      bigint not null
);
create unique index team_member_current on team_member (borough_code, worker) where left_at is null;

create table declared_conflict (
  id           uuid primary key,
  worker       text not null,
  referral_id  uuid not null,
  reason_code  text not null,
  declared_by  text not null,
  declared_at  timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  version      bigint not null
);
create index declared_conflict_standing on declared_conflict (worker, referral_id)
  where withdrawn_at is null;

create table glass_breaking (
  id           uuid primary key,
  case_id      uuid not null,
  requested_by text not null,
  requested_at timestamptz not null,
  reason_code  text not null,
  minutes      int not null check (minutes between 1 and 60),
  status       text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'REVIEWED')),
  decided_by   text,
  decided_at   timestamptz,
  expires_at   timestamptz,
  used_at      timestamptz,
  reviewed_by  text,
  reviewed_at  timestamptz,
  finding_code text,
  version      bigint not null,
  check (decided_by <> requested_by),
  check (reviewed_by <> requested_by)
);
comment on table glass_breaking is 'Names a case that need not exist: whoever asks is told nothing by the asking.';
create index glass_breaking_of_requester on glass_breaking (requested_by, case_id);

create table case_reading (
  actor   text not null,
  case_id uuid not null,
  last_at timestamptz not null,
  primary key (actor, case_id)
);
create index case_reading_recent on case_reading (actor, last_at);

do $$
declare
  name text;
begin
  foreach name in array array['team_member', 'declared_conflict', 'glass_breaking', 'case_reading'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (left_at, removed_by, version) on team_member to ${appRole};
grant update (withdrawn_by, withdrawn_at, version) on declared_conflict to ${appRole};
grant update (status, decided_by, decided_at, expires_at, used_at, reviewed_by, reviewed_at,
  finding_code, version) on glass_breaking to ${appRole};
grant update (last_at) on case_reading to ${appRole};
