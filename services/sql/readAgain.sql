update "submission"
set "status" = $1, "reading" = reading + 1, "reading_options" = $2, "read_as" = $3, "report_type" = $4, "period_end" = $5, "lines" = $6, "revenue" = $7, "expenditure" = $8, "control_revenue" = $9, "control_expenditure" = $10
where "id" = $11 and "status" in ($12, $13);
