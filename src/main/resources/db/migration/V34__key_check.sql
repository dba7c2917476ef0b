-- A known value under the keys of this installation. An app with other keys does not start: what it wrote, nobody could
-- read, and the identities that are bound it would not find.
create table key_check (
    sealed      bytea not null,
    blind_index bytea not null,
    only_row    boolean primary key default true check (only_row)
);
