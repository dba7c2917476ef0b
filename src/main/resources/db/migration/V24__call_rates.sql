-- When the next call of a kind may be sent, over all nodes. One row for each kind whose provider limits the rate.
create table call_rate (
    kind text primary key,
    next_at timestamptz not null
);
insert into call_rate (kind, next_at) values ('bank_card_check', 'epoch'), ('licence_check', 'epoch');
