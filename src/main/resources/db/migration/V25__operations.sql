-- A payment whose answer got lost: what an operator found when they looked it up. Only after NOT_ARRIVED is it sent again.
alter table corporate_payment add column finding text;
alter table corporate_payment add column found_by text;
alter table corporate_payment add column found_at timestamptz;
create index corporate_payment_lost on corporate_payment (sent_at) where state = 'LOST';
create index corporate_payment_of_order on corporate_payment (order_number) where order_number is not null;

-- Operators find an application by a serial number of the SMS provider, and by its case number: the last 40 bits of the id.
create index mobile_code_of_application on mobile_code (application, created_at);
create index mobile_code_of_serial_number on mobile_code (serial_number) where serial_number is not null;
create index application_of_case_number on application (right(id::text, 10));

-- How often an operator has searched in the present minute.
create table operator_search (
    operator text        primary key,
    since    timestamptz not null,
    searches int         not null
);
