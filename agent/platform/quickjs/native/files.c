/* Small files of the kernel, read with as few calls as possible and with nothing allocated but the result. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "native.h"

/* One buffer for all reads: the program that calls has one thread. */
#define BUFFER_BYTES 65536
/* sysfs and files with one record come whole with the first call. */
#define PAGE_BYTES 4096

static uint8_t buffer[BUFFER_BYTES];

uint8_t *native_bytes(JSContext *ctx, JSValueConst value, size_t *length) {
  size_t offset, bytes, whole;
  JSValue holder = JS_GetTypedArrayBuffer(ctx, value, &offset, &bytes, NULL);
  if (JS_IsException(holder)) return NULL;
  uint8_t *start = JS_GetArrayBuffer(ctx, &whole, holder);
  JS_FreeValue(ctx, holder);
  if (start == NULL) return NULL;
  *length = bytes;
  return start + offset;
}

static ssize_t fill(const char *path, int64_t wanted) {
  if (wanted > BUFFER_BYTES) wanted = BUFFER_BYTES;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -errno;
  ssize_t length = read(fd, buffer, wanted);
  if (length < 0) length = -errno;
  /* seq_file gives a page at most with each call: only 0 means the end. */
  while (wanted > PAGE_BYTES && length > 0 && length < wanted) {
    ssize_t more = read(fd, buffer + length, wanted - length);
    if (more < 0) length = -errno;
    if (more <= 0) break;
    length += more;
  }
  close(fd);
  return length;
}

/* readText(path, bytesMax): the text, or a negative errno */
static JSValue read_text(CALL) {
  int64_t wanted;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (path == NULL || JS_ToInt64(ctx, &wanted, argv[1])) return JS_EXCEPTION;
  ssize_t length = fill(path, wanted);
  JS_FreeCString(ctx, path);
  if (length < 0) return JS_NewInt32(ctx, length);
  return JS_NewStringLen(ctx, (const char *)buffer, length);
}

/* readBytes(path, bytesMax): an ArrayBuffer of its own, or a negative errno */
static JSValue read_bytes(CALL) {
  int64_t wanted;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (path == NULL || JS_ToInt64(ctx, &wanted, argv[1])) return JS_EXCEPTION;
  ssize_t length = fill(path, wanted);
  JS_FreeCString(ctx, path);
  if (length < 0) return JS_NewInt32(ctx, length);
  return JS_NewArrayBufferCopy(ctx, buffer, length);
}

/* textOf(bytes): UTF-8, what is invalid replaced */
static JSValue text_of(CALL) {
  size_t length;
  const uint8_t *bytes = native_bytes(ctx, argv[0], &length);
  if (bytes == NULL) return JS_EXCEPTION;
  return JS_NewStringLen(ctx, (const char *)bytes, length);
}

/* writeNow(fd, text): writes if that does not wait; the number of bytes, or a negative errno */
static JSValue write_now(CALL) {
  int fd;
  size_t length;
  if (JS_ToInt32(ctx, &fd, argv[0])) return JS_EXCEPTION;
  const char *text = JS_ToCStringLen(ctx, &length, argv[1]);
  if (text == NULL) return JS_EXCEPTION;
  struct pollfd ready = {.fd = fd, .events = POLLOUT};
  ssize_t result = -EAGAIN;
  if (poll(&ready, 1, 0) == 1) {
    result = write(fd, text, length);
    if (result < 0) result = -errno;
  }
  JS_FreeCString(ctx, text);
  return JS_NewInt32(ctx, result);
}

/* isExecutable(path): a regular file that may be run */
static JSValue is_executable(CALL) {
  struct stat found;
  const char *path = JS_ToCString(ctx, argv[0]);
  if (path == NULL) return JS_EXCEPTION;
  int yes = access(path, X_OK) == 0 && stat(path, &found) == 0 && S_ISREG(found.st_mode);
  JS_FreeCString(ctx, path);
  return JS_NewBool(ctx, yes);
}

/* isZero(bytes): nothing but zeros */
static JSValue is_zero(CALL) {
  size_t length;
  const uint8_t *bytes = native_bytes(ctx, argv[0], &length);
  if (bytes == NULL) return JS_EXCEPTION;
  return JS_NewBool(ctx, length == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, length - 1) == 0));
}

const NativeEntry native_files[FILE_ENTRIES] = {
    {"readText", 2, read_text},   {"readBytes", 2, read_bytes},       {"textOf", 1, text_of},
    {"writeNow", 2, write_now},   {"isExecutable", 1, is_executable}, {"isZero", 1, is_zero},
};
