#!/bin/sh
# busybox crond reads no /etc/cron.d, so the line goes into root's table, between marks, once.
table=/etc/crontabs/root
if ! grep -qs '# cherub-heartbeat$' "$table"; then
  mkdir -p /etc/crontabs
  echo '* * * * * /usr/lib/cherub/heartbeat >/dev/null 2>&1 # cherub-heartbeat' >>"$table"
  chmod 600 "$table"
fi
exit 0
