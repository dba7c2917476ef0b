-- When operations/backup has made a base backup, so that an alert tells if there is none any more.
create table base_backup (
    at timestamptz primary key
);
