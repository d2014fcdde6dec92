-- Risk assessments on the 24 questions. The answers, the score and the reasons are under her key; the level is not, as
-- the tier of contact is not: figures are counted without keys.
create table dash_assessment (
  id          uuid primary key,
  case_id     uuid not null references survivor_case,
  number      int not null check (number > 0),
  assessed_on date not null,
  occasion    text not null,
  final_level text not null check (final_level in ('STANDARD', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  content     bytea not null,
  unique (case_id, number)
);
comment on table dash_assessment is 'Never changed: a later number supersedes an earlier.';
create index dash_assessment_case on dash_assessment (case_id, id);

alter table dash_assessment enable row level security;
alter table dash_assessment force row level security;
create policy support_side on dash_assessment to ${appRole}
  using (current_setting('app.borough', true) = '*');
revoke all on dash_assessment from public;
grant select, insert on dash_assessment to ${appRole};
