-- Meetings of those who work with the men and those who support the survivors. What is said there of her, or comes from her,
-- stays here and is under her key.
create table case_meeting (
  id          uuid primary key,
  held_on     date not null,
  attendees   text[] not null check (cardinality(attendees) > 0),
  recorded_at timestamptz not null,
  recorded_by text not null
);

create table case_discussion (
  id          uuid primary key,
  meeting_id  uuid not null references case_meeting,
  case_id     uuid not null references survivor_case,
  risk_rating text not null check (risk_rating in ('STANDARD', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  content     bytea not null,
  unique (meeting_id, case_id)
);
create index case_discussion_case on case_discussion (case_id, id);

create table meeting_action (
  id            uuid primary key,
  discussion_id uuid not null references case_discussion,
  case_id       uuid not null references survivor_case,
  owner         text not null,
  due_on        date not null,
  done_on       date,
  done_by       text,
  content       bytea not null,
  version       bigint not null
);
create index meeting_action_discussion on meeting_action (discussion_id, id);
create index meeting_action_open on meeting_action (case_id) where done_on is null;

do $$
declare
  name text;
begin
  foreach name in array array['case_meeting', 'case_discussion', 'meeting_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (done_on, done_by, version) on meeting_action to ${appRole};
