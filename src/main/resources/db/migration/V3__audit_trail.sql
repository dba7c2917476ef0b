-- What happened to each application: one stream each, in which every entry's mac covers all before it. No foreign keys:
-- the trail outlives the rows it tells of. Facts are ids, codes and counts, never personal data.
create table audit_entry (
    application uuid        not null,
    number      int         not null,
    at          timestamptz not null,
    event       text        not null,
    actor       text,
    facts       jsonb       not null,
    mac         bytea       not null,
    primary key (application, number)
);

-- The seal says how long the stream is and what its last entry's mac is. It is replaced by each entry, so that the seal of
-- a shorter stream is nowhere to be had.
create table audit_stream (
    application uuid  primary key,
    length      int   not null,
    seal        bytea not null
);

-- Applications of before have no stream to be held against.
alter table application add column trailed boolean not null default false;
create index binding_of_application on binding (application);
