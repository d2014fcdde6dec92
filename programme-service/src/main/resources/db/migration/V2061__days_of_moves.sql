-- From which day a move of an enrolment holds: what is entered later may lie before it was recorded, and attendance is
-- counted for the days on which a man was active.
select set_config('app.borough', '*', true);

alter table enrolment_status_change add effective_on date;
comment on column enrolment_status_change.effective_on is 'The business day; at is when it was recorded.';
update enrolment_status_change set effective_on = (at at time zone 'UTC')::date;
-- Of suspensions that are not over yet the day is known better.
update enrolment_status_change c set effective_on = e.suspended_on from enrolment e
  where e.id = c.enrolment_id and e.suspended_on is not null and c.to_status = 'SUSPENDED'
    and c.from_status <> 'SUSPENDED' and not exists (
      select from enrolment_status_change later
      where later.enrolment_id = c.enrolment_id and later.to_status = 'SUSPENDED'
        and later.from_status <> 'SUSPENDED' and later.id > c.id);
alter table enrolment_status_change alter column effective_on set not null;
