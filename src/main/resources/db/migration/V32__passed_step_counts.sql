-- How often each step was entered, by the day (in Asia/Shanghai) and by the step before it. Counted from passed_steps, so
-- that a page of figures reads some hundred rows, however many applications there were.
create table passed_step_count (
    definition text   not null,
    day        date   not null,
    step       text   not null,
    -- The step that was left for it; empty for the first one of an instance.
    came_from  text   not null,
    times      bigint not null,
    primary key (definition, day, step, came_from)
);

-- How long instances waited at each step, or for its job. A bucket holds the waits of up to 2 ^ (bucket / 4) milliseconds.
create table passed_step_wait (
    definition text     not null,
    day        date     not null,
    step       text     not null,
    bucket     smallint not null,
    times      bigint   not null,
    primary key (definition, day, step, bucket)
);

-- Rows of passed_steps before this time are counted.
create table passed_steps_counted (
    until timestamptz not null,
    only_row boolean primary key default true check (only_row)
);
insert into passed_steps_counted (until) select coalesce((select min(at) from passed_steps), clock_timestamp());
