#!/bin/sh
# Before removal: deb (remove), rpm (0), apk (VERSION, on removal only). An upgrade leaves the service running.
case "$1" in
  upgrade | failed-upgrade | deconfigure | 1) exit 0 ;;
esac
if command -v systemctl >/dev/null 2>&1; then
  if [ -d /run/systemd/system ]; then
    systemctl stop cherub-agent.service || :
  fi
  systemctl disable --quiet cherub-agent.service || :
elif command -v rc-update >/dev/null 2>&1; then
  if [ -e /run/openrc/softlevel ]; then rc-service --ifstarted cherub-agent stop || :; fi
  rc-update -q del cherub-agent || :
fi
exit 0
