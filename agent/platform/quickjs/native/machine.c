/* What the kernel and the C library know of this machine and of this process. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sched.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include "native.h"

/* clockUs(which): CLOCK_REALTIME 0, CLOCK_MONOTONIC 1, CLOCK_BOOTTIME 7; whole microseconds */
static JSValue clock_us(CALL) {
  int which;
  struct timespec now;
  if (JS_ToInt32(ctx, &which, argv[0])) return JS_EXCEPTION;
  clock_gettime(which, &now);
  return JS_NewFloat64(ctx, (double)now.tv_sec * 1e6 + (double)(now.tv_nsec / 1000));
}

static void set_text(JSContext *ctx, JSValue object, const char *name, const char *text) {
  JS_SetPropertyStr(ctx, object, name, JS_NewString(ctx, text));
}

static JSValue list_addresses(JSContext *ctx) {
  JSValue list = JS_NewArray(ctx);
  struct ifaddrs *all, *each;
  uint32_t count = 0;
  if (getifaddrs(&all)) return list;
  for (each = all; each; each = each->ifa_next) {
    char text[INET6_ADDRSTRLEN];
    if (each->ifa_addr == NULL || (each->ifa_flags & IFF_LOOPBACK) || !(each->ifa_flags & IFF_UP)) continue;
    int family = each->ifa_addr->sa_family;
    if (family != AF_INET && family != AF_INET6) continue;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)each->ifa_addr;
    if (family == AF_INET6 && IN6_IS_ADDR_LINKLOCAL(&six->sin6_addr)) continue;
    const void *raw = family == AF_INET ? (void *)&((struct sockaddr_in *)each->ifa_addr)->sin_addr
                                        : (void *)&six->sin6_addr;
    if (inet_ntop(family, raw, text, sizeof text) == NULL) continue;
    JSValue item = JS_NewObject(ctx);
    set_text(ctx, item, "interface", each->ifa_name);
    set_text(ctx, item, "address", text);
    JS_SetPropertyUint32(ctx, list, count++, item);
  }
  freeifaddrs(all);
  return list;
}

/* machine(): { machine, hostname, cpuCount, addresses } */
static JSValue machine(CALL) {
  struct utsname names;
  cpu_set_t cpus;
  uname(&names);
  int count = sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? CPU_COUNT(&cpus) : 1;
  JSValue facts = JS_NewObject(ctx);
  set_text(ctx, facts, "machine", names.machine);
  set_text(ctx, facts, "hostname", names.nodename);
  JS_SetPropertyStr(ctx, facts, "cpuCount", JS_NewInt32(ctx, count));
  JS_SetPropertyStr(ctx, facts, "addresses", list_addresses(ctx));
  return facts;
}

/* hostName() */
static JSValue host_name(CALL) {
  struct utsname names;
  uname(&names);
  return JS_NewString(ctx, names.nodename);
}

/* cpuMs(): user and system time of this process */
static JSValue cpu_ms(CALL) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  double us = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return JS_NewInt32(ctx, us / 1000);
}

/* self(name): gives the process its name; its number */
static JSValue name_self(CALL) {
  const char *name = JS_ToCString(ctx, argv[0]);
  if (name == NULL) return JS_EXCEPTION;
  prctl(PR_SET_NAME, name);
  JS_FreeCString(ctx, name);
  return JS_NewInt32(ctx, getpid());
}

/* notify(path, text): one datagram to the service manager, never waiting; 0, or a negative errno */
static JSValue notify(CALL) {
  struct sockaddr_un to = {.sun_family = AF_UNIX};
  size_t path_length, length;
  const char *path = JS_ToCStringLen(ctx, &path_length, argv[0]);
  const char *text = JS_ToCStringLen(ctx, &length, argv[1]);
  int result = -EINVAL;
  if (path && text && path_length > 1 && path_length < sizeof to.sun_path) {
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    memcpy(to.sun_path, path, path_length);
    if (to.sun_path[0] == '@') to.sun_path[0] = 0;
    socklen_t size = offsetof(struct sockaddr_un, sun_path) + path_length;
    result = fd >= 0 && sendto(fd, text, length, MSG_NOSIGNAL, (struct sockaddr *)&to, size) >= 0 ? 0 : -errno;
    if (fd >= 0) close(fd);
  }
  JS_FreeCString(ctx, path);
  JS_FreeCString(ctx, text);
  return JS_NewInt32(ctx, result);
}

const NativeEntry native_machine[MACHINE_ENTRIES] = {
    {"clockUs", 1, clock_us}, {"machine", 0, machine},  {"hostName", 0, host_name},
    {"cpuMs", 0, cpu_ms},     {"self", 1, name_self},   {"notify", 2, notify},
};
