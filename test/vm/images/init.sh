#!/bin/sh
# First program of every framework guest: loads the drivers, mounts the disks, and then either stays as a
# small system of its own or hands over to the system on the root disk.
#
# The framework tells it what to do in an archive that follows this one in the initrd:
#   /etc/guest/modules  names of files in /lib/modules/extra, in load order
#   /etc/guest/mounts   lines `SERIAL OPTIONS PATH`: disks to mount
#   /etc/guest/root     `SERIAL`: the disk with the system to hand over to
#   /etc/guest/files/   files for that system, put into its root
#   /etc/rc.test        run before the shell when there is no root disk
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb

busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mount -t devtmpfs devtmpfs /dev
busybox --install -s /bin
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts

complain() { echo "guest: $*" >/dev/console; }

for module in $(cat /lib/modules/base/order); do insmod "/lib/modules/base/$module.ko"; done
if [ -f /etc/guest/modules ]; then
  while read -r module; do
    grep -q "^$module " /proc/modules || insmod "/lib/modules/extra/$module.ko" || complain "cannot load $module"
  done </etc/guest/modules
fi

# Prints the device of the disk with a serial number; the driver may still be looking at it.
device_of() {
  tries=50
  while [ $tries -gt 0 ]; do
    for serial in /sys/block/*/serial; do
      [ "$(cat "$serial" 2>/dev/null)" = "$1" ] || continue
      serial=${serial%/serial}
      echo "/dev/${serial##*/}"
      return
    done
    tries=$((tries - 1))
    sleep 0.1
  done
  complain "no disk has the serial number $1"
  return 1
}

mount_disks() {
  [ -f /etc/guest/mounts ] || return
  while read -r serial options path; do
    mkdir -p "$1$path"
    mount -t ext4 -o "$options" "$(device_of "$serial")" "$1$path" || complain "cannot mount disk $serial"
  done </etc/guest/mounts
}

if [ -f /etc/guest/root ]; then
  mkdir -p /newroot
  mount -t ext4 "$(device_of "$(cat /etc/guest/root)")" /newroot || complain 'cannot mount the root disk'
  [ -d /etc/guest/files ] && cp -a /etc/guest/files/. /newroot/
  mount_disks /newroot
  umount /dev/pts
  for tree in dev proc sys; do mount --move /$tree /newroot/$tree; done
  exec switch_root /newroot /sbin/init
fi

mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /tmp
hostname guest
ip link set lo up
mount_disks ''

# udev would make these names; the programs under test may look for them.
mkdir -p /dev/virtio-ports
for name in /sys/class/virtio-ports/*/name; do
  [ -f "$name" ] || continue
  port=${name%/name}
  ln -s "../${port##*/}" "/dev/virtio-ports/$(cat "$name")"
done

# The console that the kernel writes to last is /dev/console; a shell needs its real name for job control.
console=$(cat /sys/class/tty/console/active)
console=${console##* }
{
  [ -f /etc/rc.test ] && echo '::wait:/bin/sh /etc/rc.test'
  echo "$console::respawn:-/bin/sh"
  echo '::ctrlaltdel:/sbin/reboot'
  echo '::shutdown:/bin/umount -a -r'
} >/etc/inittab
exec /sbin/init
