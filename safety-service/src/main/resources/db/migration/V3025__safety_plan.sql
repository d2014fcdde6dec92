-- Her safety plan: each change a whole new version, sealed under her key.
create table safety_plan_version (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  version     int not null check (version > 0),
  agreed_on   date not null,
  review_on   date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  content     bytea not null,
  unique (case_id, version)
);
create index safety_plan_version_case on safety_plan_version (case_id, id);

alter table safety_plan_version enable row level security;
alter table safety_plan_version force row level security;
create policy support_side on safety_plan_version to ${appRole}
  using (current_setting('app.borough', true) = '*');
revoke all on safety_plan_version from public;
grant select, insert on safety_plan_version to ${appRole};
