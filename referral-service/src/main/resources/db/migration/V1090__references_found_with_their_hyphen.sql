-- What is searched ends with the reference without its hyphen; the same in its two halves follows, so that it is found
-- as typed even where it has no digit that would tell it from a name.
update case_search
set searched = searched || ' ' || left(right(searched, 10), 5) || ' ' || right(searched, 5);
