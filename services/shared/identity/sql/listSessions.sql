select "id", "createdAt", "last_seen", "ipAddress", "userAgent"
from "auth_session"
where "userId" = $1 and "expiresAt" > $2
order by "last_seen" desc;
