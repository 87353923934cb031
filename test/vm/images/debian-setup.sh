#!/bin/sh
# Turns a fresh Debian root into the framework's disk image. Run by mmdebstrap as a hook on the host:
#
#   debian-setup.sh ROOT OUTPUT
#
# Leaves root.ext4, vmlinuz and modules/ in OUTPUT. Mounts nothing.
set -eu
root=$1
output=$2
units=$root/etc/systemd/system
PATH=$PATH:/usr/sbin:/sbin

# A root shell on every console that the kernel uses; systemd starts serial-getty@ there by itself.
mkdir -p "$units/serial-getty@.service.d"
cat >"$units/serial-getty@.service.d/autologin.conf" <<'END'
[Service]
ExecStart=
ExecStart=-/sbin/agetty --autologin root --noclear --keep-baud 115200,38400,9600 %I vt220
END

# What a guest of minutes does not need, and what would disturb a measurement.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
  fstrim.timer logrotate.timer getty@tty1.service getty-static.service cloud-init-hotplugd.socket \
  systemd-pstore.service systemd-binfmt.service systemd-update-utmp-runlevel.service; do
  ln -sf /dev/null "$units/$unit"
done

# The user network of QEMU, if the guest has a card. Without one nothing waits.
mkdir -p "$root/etc/systemd/network" "$units/multi-user.target.wants" "$units/network-online.target.wants" \
  "$units/systemd-networkd-wait-online.service.d"
printf '[Match]\nName=eth*\n\n[Network]\nDHCP=ipv4\n' >"$root/etc/systemd/network/80-guest.network"
printf '[Unit]\nConditionPathExists=/sys/class/net/eth0\n' \
  >"$units/systemd-networkd-wait-online.service.d/card.conf"
ln -sf /lib/systemd/system/systemd-networkd.service "$units/multi-user.target.wants/"
ln -sf /lib/systemd/system/systemd-networkd-wait-online.service "$units/network-online.target.wants/"
rm -f "$root/etc/resolv.conf"
echo 'nameserver 10.0.2.3' >"$root/etc/resolv.conf"

# cloud-init: only the seed disk, and only the modules that a recipe can use without a distribution mirror.
cat >"$root/etc/cloud/cloud.cfg.d/90-guest.cfg" <<'END'
datasource_list: [NoCloud, None]
network: {config: disabled}
cloud_init_modules: [seed_random, bootcmd, write-files, disk_setup, mounts, set_hostname, update_etc_hosts, users-groups]
cloud_config_modules: [set-passwords, runcmd]
cloud_final_modules: [package-update-upgrade-install, write-files-deferred, scripts-per-once, scripts-per-boot, scripts-per-instance, scripts-user, final-message, power-state-change]
END

echo guest >"$root/etc/hostname"
printf '127.0.0.1 localhost\n127.0.1.1 guest\n' >"$root/etc/hosts"
# Empty, not missing: every guest makes its own, and systemd does not take the boot for a first one.
: >"$root/etc/machine-id"
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/log/*.log "$root"/boot/initrd.img-*

cp -a "$root"/lib/modules/*/ "$output/modules"
# Newer kernel packages keep the kernel with its modules.
cp "$root"/boot/vmlinuz-* "$output/vmlinuz" 2>/dev/null || cp "$output/modules/vmlinuz" "$output/vmlinuz"
# A copy, because the hook runs with /proc and /sys mounted in the root, and mke2fs would walk into them.
cp -a --one-file-system "$root" "$output/tree"
truncate -s 2G "$output/root.ext4"
mke2fs -q -F -t ext4 -L guest-root -m 0 -E lazy_itable_init=1,lazy_journal_init=1,nodiscard -d "$output/tree" \
  "$output/root.ext4"
rm -rf "$output/tree"
