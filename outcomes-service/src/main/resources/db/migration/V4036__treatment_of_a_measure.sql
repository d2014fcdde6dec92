-- A pair around treatment is of one treatment, which is told apart by its first day.
alter table top_measure add column treatment_started_on date;
comment on column top_measure.treatment_started_on is 'The first day of the treatment the record belongs to; null when that was not said.';
-- The owner of the tables is bound by row-level security like everybody; nobody but he changes a measure.
select set_config('app.borough', '*', true);
create policy migration on top_measure for update using (true);
update top_measure m set treatment_started_on = r.treatment_started_on from top_record r where r.id = m.top_record_id;
drop policy migration on top_measure;
