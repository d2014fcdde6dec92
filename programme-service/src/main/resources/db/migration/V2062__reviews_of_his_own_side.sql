-- A review that his own side opened is kept among the holds; it ends by itself.
alter table safety_hold add column ends_on date;
grant update (ends_on) on safety_hold to ${appRole};
comment on table safety_hold is
  'Holds, and reviews of his own side, alike: ids, times and a last day. A lifting that is read before its placing stays a lifting.';
