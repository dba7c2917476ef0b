-- Of a PDF that was kept before, only its content can tell: it is counted when it is looked at.
alter table evidence add column pages int;
update evidence set pages = 1 where type <> 'PDF';
