-- What facilitators write about the work: notes, exercises, progress reviews. And erasure.

create table session_note (
  id           uuid primary key,
  session_id   uuid not null references programme_session,
  enrolment_id uuid references enrolment,
  borough_code text not null,
  text         text check (length(text) <= 2000),
  written_at   timestamptz not null,
  written_by   text not null,
  erased_at    timestamptz,
  check ((text is null) = (erased_at is not null))
);
comment on column session_note.enrolment_id is 'The man it is about; none for a note about the group.';
create index session_note_of_session on session_note (session_id, id desc);
create index session_note_of_man on session_note (enrolment_id) where enrolment_id is not null;

create table exercise (
  id             uuid primary key,
  enrolment_id   uuid not null references enrolment,
  borough_code   text not null,
  exercise_code  text not null,
  module_code    text,
  set_on         date not null,
  set_by         text not null,
  reflected_on   date,
  insight        text,
  reflection     text check (length(reflection) <= 2000),
  erased_at      timestamptz,
  version        bigint not null,
  check ((reflected_on is null) = (insight is null))
);
create index exercise_of on exercise (enrolment_id, id desc);

create table progress_review (
  id                    uuid primary key,
  enrolment_id          uuid not null references enrolment,
  borough_code          text not null,
  stage                 text not null,
  reviewed_on           date not null,
  taking_responsibility text not null,
  violence_stopped      text not null,
  instrumental_use      text not null,
  relapse_triggers      text[] not null,
  child_contact         text not null,
  assessed_risk         text not null,
  exit_top_requested_on date,
  recorded_at           timestamptz not null,
  recorded_by           text not null
);
comment on column progress_review.violence_stopped is 'His account only; no other account is kept on this side.';
create index progress_review_of on progress_review (enrolment_id, id desc);

grant select, insert on session_note, exercise, progress_review to ${appRole};
grant update (text, erased_at) on session_note to ${appRole};
grant update (reflected_on, insight, reflection, erased_at, version) on exercise to ${appRole};

do $$
declare bound text;
begin
  foreach bound in array array['session_note', 'exercise', 'progress_review'] loop
    execute format('alter table %I enable row level security', bound);
    execute format('alter table %I force row level security', bound);
    execute format($policy$create policy borough on %I
      using (current_setting('app.borough', true) in ('*', borough_code))
      with check (current_setting('app.borough', true) in ('*', borough_code))$policy$, bound);
  end loop;
end $$;

-- A name is replaced only by a later one, and one that was erased never comes back.
alter table participant add column told_at timestamptz;
grant update (told_at) on participant to ${appRole};
create table participant_erasure (
  person_id uuid primary key,
  erased_at timestamptz not null
);
comment on table participant_erasure is 'A random id and a time: what is left of a man who was erased.';
grant select, insert on participant_erasure to ${appRole};
alter table participant_erasure enable row level security;
alter table participant_erasure force row level security;
create policy borough on participant_erasure
  using (current_setting('app.borough', true) = '*'
    or exists (select from enrolment e where e.person_id = participant_erasure.person_id))
  with check (current_setting('app.borough', true) = '*');
