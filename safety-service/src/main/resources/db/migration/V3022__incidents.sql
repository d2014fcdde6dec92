-- What happened to her since, and whether she feels safer. What kind of thing and in which words is under her key; that and
-- when it was is not, as figures are counted without keys.
create table incident (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  happened_on date not null,
  told_by     text not null check (told_by in ('SURVIVOR', 'POLICE', 'CHILDREN_SERVICES', 'PROFESSIONAL', 'OTHER')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  content     bytea not null
);
create index incident_case on incident (case_id, id);
create index incident_day on incident (happened_on);

create table safer_answer (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  asked_on    date not null,
  answer      text not null check (answer in ('YES', 'NO', 'NOT_SURE', 'NOT_STATED')),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index safer_answer_case on safer_answer (case_id, id);
create index safer_answer_day on safer_answer (asked_on);

do $$
declare
  name text;
begin
  foreach name in array array['incident', 'safer_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy support_side on %I to ${appRole} '
      || 'using (current_setting(''app.borough'', true) = ''*'')', name);
    execute format('revoke all on %I from public', name);
    execute format('grant select, insert on %I to ${appRole}', name);
  end loop;
end $$;
