-- People at risk as they become known over time, how each way to reach them may be used, and the work of doing so.

-- Somebody who was named by others than the man came with no hand-over.
alter table at_risk_person alter column handoff_id drop not null;
alter table at_risk_person add column source text not null default 'PERPETRATOR'
  check (source in ('PERPETRATOR', 'REFERRER', 'POLICE', 'CHILDREN_SERVICES', 'SELF', 'OTHER'));

-- Version 1 of her details is what was taken in; each change is a whole new version.
create table person_details_version (
  id         uuid primary key,
  person_id  uuid not null references at_risk_person,
  version    int not null check (version > 1),
  changed_at timestamptz not null,
  changed_by text not null,
  content    bytea not null,
  unique (person_id, version)
);

alter table contact_point
  add column verified_by_survivor boolean not null default false,
  add column safe_voicemail text not null default 'UNKNOWN' check (safe_voicemail in ('YES', 'NO', 'UNKNOWN')),
  add column safe_to_text text not null default 'UNKNOWN' check (safe_to_text in ('YES', 'NO', 'UNKNOWN')),
  add column safe_to_post text not null default 'UNKNOWN' check (safe_to_post in ('YES', 'NO', 'UNKNOWN')),
  add column perpetrator_has_access text not null default 'UNKNOWN'
    check (perpetrator_has_access in ('YES', 'NO', 'UNKNOWN')),
  add column retired_at timestamptz;

create table contact_point_change (
  id                     uuid primary key,
  point_id               uuid not null references contact_point,
  changed_at             timestamptz not null,
  changed_by             text not null,
  safe                   text not null,
  verified_by_survivor   boolean not null,
  safe_voicemail         text not null,
  safe_to_text           text not null,
  safe_to_post           text not null,
  perpetrator_has_access text not null,
  retired                boolean not null
);
create index contact_point_change_point on contact_point_change (point_id);

alter table survivor_case add column next_contact_due_at timestamptz;

alter table contact_attempt
  add column support_offered boolean,
  add column risk_changed text check (risk_changed in ('NONE', 'UP', 'DOWN')),
  add column next_contact_due_at timestamptz;

alter table contact_task
  add column urgent boolean not null default false,
  add column assigned_to text,
  add column done_by text,
  add column done_reason text,
  add column version bigint not null default 0;
create index contact_task_worklist on contact_task (due_at, id) where done_at is null;
create index contact_task_mine on contact_task (assigned_to, due_at, id) where done_at is null;

create table contact_task_assignment (
  id          uuid primary key,
  task_id     uuid not null references contact_task,
  assigned_at timestamptz not null,
  assigned_by text not null,
  assigned_to text not null,
  reason_code text not null
);
create index contact_task_assignment_task on contact_task_assignment (task_id);

-- Which news of the programme she wishes to have: a new row for each answer, the last one counts.
create table notification_choice (
  id               uuid primary key,
  case_id          uuid not null references survivor_case,
  chosen_at        timestamptz not null,
  recorded_by      text not null,
  essential        text not null check (essential in ('YES', 'NO', 'LATER')),
  events           text[] not null,
  contact_point_id uuid references contact_point
);
create index notification_choice_case on notification_choice (case_id, id);

-- What she asks about her own record; the words of it under her key.
create table survivor_request (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  kind        text not null check (kind in ('COPY', 'CORRECTION', 'DELETION', 'WHO_HAS_READ')),
  received_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  wording     bytea,
  decision    text check (decision in ('GRANTED', 'REFUSED')),
  decided_at  timestamptz,
  decided_by  text,
  reason_code text,
  version     bigint not null
);
create index survivor_request_case on survivor_request (case_id, id);

-- Drafts for a worker to send: which template, to which of her contact points. Never an address, never a text.
create table survivor_message (
  id               uuid primary key,
  case_id          uuid not null references survivor_case,
  contact_point_id uuid not null references contact_point,
  contact_use      text not null,
  template         text not null,
  drafted_at       timestamptz not null,
  drafted_by       text not null
);
create index survivor_message_case on survivor_message (case_id, id);

-- Who has read about her.
create index audit_entry_subject on audit_entry (subject, seq);

do $$
declare
  name text;
begin
  foreach name in array array['person_details_version', 'contact_point_change', 'contact_task_assignment',
      'notification_choice', 'survivor_request', 'survivor_message'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
grant update (verified_by_survivor, safe_voicemail, safe_to_text, safe_to_post, perpetrator_has_access,
  retired_at) on contact_point to ${appRole};
grant update (next_contact_due_at, borough_code) on survivor_case to ${appRole};
grant update (assigned_to, done_by, done_reason, version) on contact_task to ${appRole};
grant update (decision, decided_at, decided_by, reason_code, version) on survivor_request to ${appRole};
