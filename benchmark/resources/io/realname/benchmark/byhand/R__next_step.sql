-- The next step of each open application.
create table if not exists next_step (
    application uuid primary key references application (id),
    step        text        not null,
    -- From then on any node may take the step.
    due         timestamptz not null
);

create index if not exists next_step_due on next_step (due);
