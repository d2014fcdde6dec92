-- Reading what is found costs what is found, however many runs there are.
-- ${appRole} is the role the service connects with.

-- Row-level security binds the owner too: rows of every borough are to be completed here.
select set_config('app.borough', '*', true);

-- Who leads what. An array of names has an index, but one that row-level security leaves unused: the operator
-- that asks whether a name is in it might tell of rows before the policy has hidden them.
create table session_lead (
  session_id   uuid not null references programme_session,
  facilitator  text not null,
  borough_code text not null,
  date         date not null,
  primary key (session_id, facilitator)
);
comment on table session_lead is 'Kept by a trigger: programme_session.planned_facilitators, one row for each name.';
create index session_lead_of_day on session_lead (facilitator, date);
drop index programme_session_led_by;
alter table session_lead enable row level security;
alter table session_lead force row level security;
create policy borough on session_lead
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, delete on session_lead to ${appRole};

create function keep_session_lead() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from session_lead where session_id = new.id;
  end if;
  insert into session_lead (session_id, facilitator, borough_code, date)
    select distinct new.id, who, new.borough_code, new.date from unnest(new.planned_facilitators) who;
  return null;
end $$;
create trigger session_lead_of_new after insert on programme_session
  for each row execute function keep_session_lead();
create trigger session_lead_of_changed after update of date, planned_facilitators on programme_session
  for each row
  when (old.date is distinct from new.date or old.planned_facilitators is distinct from new.planned_facilitators)
  execute function keep_session_lead();
insert into session_lead (session_id, facilitator, borough_code, date)
  select distinct s.id, who, s.borough_code, s.date
  from programme_session s, unnest(s.planned_facilitators) who;

-- The last day on which a run can take a man in: the sessions from then on hold the programme's minimum.
create function last_intake_of(run uuid) returns date language sql stable as $$
  select case when r.minimum_countable_minutes = 0 then r.ends_on
    else least(r.ends_on, (
      select max(later.date) from (
        select s.date, sum(s.countable_minutes) over (order by s.date desc) as held_from_here
        from programme_session s where s.run_id = r.id and s.status <> 'CANCELLED') later
      where later.held_from_here >= r.minimum_countable_minutes))
    end
  from programme_run r where r.id = run
$$;
alter table programme_run add last_intake_on date;
comment on column programme_run.last_intake_on is
  'last_intake_of(id), kept whenever the timetable changes; null when the run never holds its minimum.';
update programme_run set last_intake_on = last_intake_of(id);
create index programme_run_taking_in on programme_run (last_intake_on) where cancelled_at is null;
grant update (last_intake_on) on programme_run to ${appRole};

-- How many places of a run are taken, without reading the men.
create index enrolment_taking_a_place on enrolment (run_id) include (borough_code, status)
  where status in ('PLANNED', 'ACTIVE', 'SUSPENDED');

-- Sessions that may still want a register: usually few.
create index programme_session_unregistered on programme_session (date)
  where register_changes = 0 and status <> 'CANCELLED';
-- Men who may still wait for their clearance.
create index enrolment_planned on enrolment (referral_id) where status = 'PLANNED';
