-- The way that each process instance has taken: a row for each of its transactions. The engine's own history of steps,
-- ACT_HI_ACTINST, would cost a row with fifteen index entries for each step and each gateway.
create table passed_steps (
    instance   text        not null,
    definition text        not null,
    at         timestamptz not null,
    -- The ids of the steps, in order, separated by spaces.
    entered    text        not null,
    -- Those that were entered in an earlier transaction, and left in this one.
    "left"     text        not null
);
create index passed_steps_of_instance on passed_steps (instance);
-- Rows are written in the order of this time.
create index passed_steps_by_time on passed_steps using brin (at) with (pages_per_range = 32);
