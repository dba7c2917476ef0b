-- Who changed the diagrams, tables and forms, and who agreed. Rows are added, never changed and never removed.
create table deployment_change (
    id       uuid        primary key,
    at       timestamptz not null,
    by_user  text        not null,
    name     text        not null,
    -- The engine's deployment that was in force, and that this change is meant to replace.
    replaces text        not null
);
create index deployment_change_by_time on deployment_change (at);

-- All files of the version; the content of those that were changed.
create table deployment_file (
    change  uuid not null references deployment_change (id),
    file    text not null,
    sha256  text not null,
    content bytea,
    primary key (change, file)
);

-- How a change ended. Without a row, it waits for a second person.
create table deployment_end (
    change     uuid        primary key references deployment_change (id),
    at         timestamptz not null,
    by_user    text        not null,
    ended      text        not null check (ended in ('DEPLOYED', 'DECLINED')),
    -- The engine's deployment that it became.
    deployment text        check ((ended = 'DEPLOYED') = (deployment is not null))
);

create function only_added() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only added', tg_table_name;
end
$$;

create trigger only_added before update or delete on deployment_change
    for each row execute function only_added();
create trigger only_added before update or delete on deployment_file
    for each row execute function only_added();
create trigger only_added before update or delete on deployment_end
    for each row execute function only_added();

-- With which an analyst deploys in place of a password, for some hours. Only a hash of it is known.
create table deployment_token (
    sha256     bytea       primary key,
    user_id    text        not null unique,
    expires_at timestamptz not null
);
