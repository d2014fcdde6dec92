-- Under which trace an event came to be (W3C Trace Context); null for one recorded by an earlier version.
alter table outbox add column trace_parent text;
