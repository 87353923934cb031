#!/bin/sh
# After removal: deb (remove, then purge), rpm (0), apk (VERSION).
case "$1" in
  remove | purge | 0 | [0-9]*.*) ;;
  *) exit 0 ;;
esac
if [ -d /run/systemd/system ] && command -v systemctl >/dev/null 2>&1; then
  systemctl daemon-reload || :
  systemctl reset-failed cherub-agent.service 2>/dev/null || :
fi
if [ -e /run/cherub-sysrq.before ]; then
  # Only if nobody has changed it since.
  [ "$(cat /proc/sys/kernel/sysrq 2>/dev/null)" != 446 ] || cat /run/cherub-sysrq.before >/proc/sys/kernel/sysrq 2>/dev/null || :
  rm -f /run/cherub-sysrq.before
fi
if [ -d /run/udev ] && command -v udevadm >/dev/null 2>&1; then udevadm control --reload || :; fi
# Of what the package owned; a changed configuration keeps it (dpkg until purge, rpm as .rpmsave).
rmdir /etc/cherub 2>/dev/null || :
exit 0
