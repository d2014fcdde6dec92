-- What a survivor asks to be deleted is: without its key nothing of it can be read again.
grant delete on person_key to ${keysRole};
