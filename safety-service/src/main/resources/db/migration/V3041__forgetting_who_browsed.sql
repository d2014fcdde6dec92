-- Who read or searched is kept for the limit of an hour, and no longer than is configured; the audit keeps what must stay.
create index case_reading_at on case_reading (last_at);
create index case_search_at on case_search (at);
grant delete on case_reading, case_search to ${appRole};
