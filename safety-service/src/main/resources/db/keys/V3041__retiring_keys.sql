-- Under which key-encryption key the marks are sealed: not always the one that wraps the key beside them. Null where it was not
-- written down, and then no key-encryption key is retired until a rotation has sealed them anew.
alter table person_key add column marks_by int;
grant update (marks_by) on person_key to ${keysRole};
