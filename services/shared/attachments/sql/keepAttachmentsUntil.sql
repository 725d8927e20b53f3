update "attachment"
set "delete_after" = $1
where "subject_kind" = $2 and "subject_id" = $3 and "state" <> $4;
