-- Who moved which process instance that was under way to another version of its diagram. Rows are added, never changed and never
-- removed.
create table application_move (
    id        uuid        primary key,
    at        timestamptz not null,
    by_user   text        not null,
    -- The engine's ids of the process definitions.
    source    text        not null,
    target    text        not null,
    -- The engine's id of the process instance that was moved.
    instance  text        not null
);

create trigger only_added before update or delete on application_move
    for each row execute function only_added();
