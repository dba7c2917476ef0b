-- The runs of the audit of the trail, so that each node knows the last one, also after a restart.
create table trail_audit (
    id            bigint      primary key generated always as identity,
    started_at    timestamptz not null,
    ended_at      timestamptz not null,
    applications  bigint      not null,
    without_trail bigint      not null,
    findings      bigint      not null
);
create index trail_audit_by_time on trail_audit (ended_at);

-- For the billed calls of a month. Rows are written in the order of these times, so a block range index finds them and
-- costs next to nothing; the times are never updated, so updates of a row stay within its page.
create index bank_card_check_by_time on bank_card_check using brin (reserved_at) with (pages_per_range = 32);
create index licence_check_by_time on licence_check using brin (reserved_at) with (pages_per_range = 32);
create index corporate_payment_by_time on corporate_payment using brin (reserved_at) with (pages_per_range = 32);
create index mobile_code_by_time on mobile_code using brin (created_at) with (pages_per_range = 32);
create index appeal_notice_by_time on appeal_notice using brin (sent_at) with (pages_per_range = 32);

-- The trace of the request that last let the application go on (W3C traceparent); only if tracing is on.
alter table application add column traceparent text;

-- For the accounts that are frozen at present.
create index enterprise_frozen on enterprise (frozen_until) where frozen_until is not null;
