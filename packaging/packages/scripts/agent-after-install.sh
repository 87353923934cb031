#!/bin/sh
# After install or upgrade, for deb (configure [OLD-VERSION]), rpm (1 or 2) and apk (NEW-VERSION [OLD-VERSION]).
# No network. Works in a root that is not running (an image being built) too: then the service is only enabled.
first=no
case "$1" in
  configure) [ -n "$2" ] || first=yes ;;
  abort-* | triggered) exit 0 ;;
  1) first=yes ;;
  2) ;;
  *) [ -n "$2" ] || first=yes ;;
esac
if command -v systemctl >/dev/null 2>&1; then
  # Only the first time: who has disabled the service keeps it disabled.
  [ "$first" = no ] || systemctl enable --quiet cherub-agent.service || :
  if [ -d /run/systemd/system ]; then
    systemctl daemon-reload || :
    if [ "$first" = yes ]; then
      systemctl restart cherub-agent.service || echo "cherub-agent did not start; see: systemctl status cherub-agent" >&2
    else
      systemctl try-restart cherub-agent.service || :
    fi
  fi
elif command -v rc-update >/dev/null 2>&1; then
  [ "$first" = no ] || rc-update -q add cherub-agent default || :
  if [ -e /run/openrc/softlevel ]; then
    if [ "$first" = yes ]; then
      rc-service cherub-agent start || :
    else
      rc-service --ifstarted cherub-agent restart || :
    fi
  fi
fi
# The mask for this boot; later ones take it from sysctl.d. What it was is put back when the package goes.
mask=/proc/sys/kernel/sysrq
if [ "$first" = yes ] && [ -w "$mask" ] && [ -d /run ] && { [ -d /run/systemd/system ] || [ -e /run/openrc/softlevel ]; }; then
  [ -e /run/cherub-sysrq.before ] || cat "$mask" >/run/cherub-sysrq.before 2>/dev/null || :
  if [ -x /usr/lib/systemd/systemd-sysctl ]; then
    /usr/lib/systemd/systemd-sysctl --prefix=/kernel/sysrq || :
  elif [ -x /lib/systemd/systemd-sysctl ]; then
    /lib/systemd/systemd-sysctl --prefix=/kernel/sysrq || :
  else
    sysctl -q -p /usr/lib/sysctl.d/60-cherub-sysrq.conf || :
  fi
fi
if [ -d /run/udev ] && command -v udevadm >/dev/null 2>&1; then
  udevadm control --reload || :
  udevadm trigger --subsystem-match=virtio-ports || :
fi
exit 0
