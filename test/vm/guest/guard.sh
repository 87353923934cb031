#!/bin/sh
# Runs QEMU so that it never outlives the test, however the test ends.
#
#   guard.sh DIRECTORY QEMU [ARGUMENT…]
#
# The test holds the other end of standard input. When that closes (the test is done, or was killed with
# SIGKILL) QEMU is killed and DIRECTORY removed. Should this guard itself be killed, the kernel kills QEMU
# (parent-death signal). On standard output: `pid N`, and `exit N` when QEMU has ended.
directory=$1
shift
exec 3<&0

setpriv --pdeathsig KILL -- "$@" </dev/null >"$directory/qemu.log" 2>&1 3<&- &
qemu=$!
# The test may be gone when this guard reports; that must not keep it from cleaning up.
trap '' PIPE
echo "pid $qemu" 2>/dev/null

# An own reader, because this shell waits for QEMU. `read` is built in: killing the reader leaves nothing.
(
  while read -r _ <&3; do :; done
  kill -KILL "$qemu"
) >/dev/null 2>&1 &
reader=$!

# This shell's word on how QEMU ended is for nobody.
wait "$qemu" 2>/dev/null
code=$?
kill "$reader" 2>/dev/null
echo "exit $code" 2>/dev/null
while read -r _ <&3; do :; done
rm -rf "$directory"
