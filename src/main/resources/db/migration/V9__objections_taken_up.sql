-- An objection is taken up when a review begins that has it before it. Until now each one began a review itself.
alter table appeal_objection add column taken_up boolean not null default true;
alter table appeal_objection alter column taken_up set default false;
