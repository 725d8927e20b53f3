update "auth_user"
set "updatedAt" = $1, "name" = $2, "language" = $3
where "id" = $4;
