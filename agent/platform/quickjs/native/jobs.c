/*
 * Calls that may never return (a disk or a filesystem that hangs), each on a thread of its own kind: a thread that has
 * nothing to do waits for the next call, and one of them is kept. What a call needs belongs to it and to no one else, so
 * a call that hangs for ever costs its thread and its memory, and nothing else. An eventfd tells the loop of the end.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>
#include "native.h"

/* As many as the core can have under way: disk, mailbox, two filesystems, mounts, one file, SysRq. */
#define THREADS_MAX 8
/* The C library's own needs, a page for ours. */
#define STACK_BYTES 65536
/* The strictest that any disk asks for. */
#define ALIGNMENT 4096

typedef enum { OPEN, CLOSE, PREAD, PWRITE, READ_PART, WRITE_TEXT, STAT, SPACE, LIST } Kind;

typedef struct Job {
  struct Job *next;
  Kind kind;
  int id;
  char *path;
  int fd, flags;
  int64_t offset;
  size_t length;
  uint8_t *bytes;
  int64_t result;
  double numbers[6];
} Job;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wanted = PTHREAD_COND_INITIALIZER;
static Job *waiting, **waiting_end = &waiting, *ended, **ended_end = &ended;
static int threads, idle, event = -1, next_id = 1;

static void free_job(Job *job) {
  free(job->path);
  free(job->bytes);
  free(job);
}

static int64_t transfer(Job *job) {
  size_t done = 0;
  while (done < job->length) {
    ssize_t count = job->kind == PREAD
                        ? pread(job->fd, job->bytes + done, job->length - done, job->offset + done)
                        : pwrite(job->fd, job->bytes + done, job->length - done, job->offset + done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -errno;
    if (count == 0) return -EIO;
    done += count;
  }
  if (job->kind == PWRITE && job->flags && fdatasync(job->fd)) return -errno;
  return done;
}

static void take_stat(Job *job, const struct stat *found) {
  job->numbers[0] = S_ISREG(found->st_mode);
  job->numbers[1] = S_ISBLK(found->st_mode);
  job->numbers[2] = found->st_size;
  job->numbers[3] = (double)found->st_rdev;
  job->numbers[4] = (double)found->st_mtim.tv_sec * 1e6 + (double)(found->st_mtim.tv_nsec / 1000);
}

/* A part of a file, from its start or, with a flag, of its end; only of regular ones unless the other flag is set. */
static int64_t read_part(Job *job) {
  struct stat found;
  int fd = open(job->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return -errno;
  int64_t at = 0, result = -EINVAL;
  if (fstat(fd, &found) == 0 && S_ISREG(found.st_mode)) {
    if (job->flags && found.st_size > (off_t)job->length) at = found.st_size - job->length;
    size_t done = 0;
    ssize_t count = 1;
    if (at > 0 && lseek(fd, at, SEEK_SET) < 0) count = -1;
    while (count > 0 && done < job->length) {
      count = read(fd, job->bytes + done, job->length - done);
      if (count > 0) done += count;
    }
    result = count < 0 ? -errno : (int64_t)done;
  }
  close(fd);
  return result;
}

static int64_t write_text(Job *job) {
  int fd = open(job->path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -errno;
  ssize_t count = write(fd, job->bytes, job->length);
  int64_t result = count < 0 ? -errno : count;
  close(fd);
  return result;
}

/* Names, each with a 0 behind it, in a buffer that bounds them. */
static int64_t list_names(Job *job) {
  DIR *folder = opendir(job->path);
  if (folder == NULL) return -errno;
  size_t used = 0;
  for (struct dirent *entry; (entry = readdir(folder)) && job->offset > 0;) {
    size_t size = strlen(entry->d_name) + 1;
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (used + size > job->length) break;
    memcpy(job->bytes + used, entry->d_name, size);
    used += size;
    job->offset--;
  }
  closedir(folder);
  return used;
}

static int64_t run(Job *job) {
  struct stat found;
  struct statfs space;
  switch (job->kind) {
    case OPEN: {
      int fd = open(job->path, job->flags | O_CLOEXEC);
      return fd < 0 ? -errno : fd;
    }
    case CLOSE: return close(job->fd) ? -errno : 0;
    case PREAD:
    case PWRITE: return transfer(job);
    case READ_PART: return read_part(job);
    case WRITE_TEXT: return write_text(job);
    case LIST: return list_names(job);
    case STAT:
      if (job->path ? stat(job->path, &found) : fstat(job->fd, &found)) return -errno;
      take_stat(job, &found);
      return 0;
    case SPACE:
      if (statfs(job->path, &space)) return -errno;
      job->numbers[0] = (double)space.f_blocks * space.f_bsize;
      job->numbers[1] = (double)space.f_bfree * space.f_bsize;
      job->numbers[2] = (double)space.f_bavail * space.f_bsize;
      job->numbers[3] = space.f_files;
      job->numbers[4] = space.f_ffree;
      return 0;
  }
  return -EINVAL;
}

static void *work(void *nothing) {
  pthread_mutex_lock(&lock);
  for (;;) {
    while (waiting == NULL) {
      if (idle > 0) {
        threads--;
        pthread_mutex_unlock(&lock);
        return nothing;
      }
      idle++;
      pthread_cond_wait(&wanted, &lock);
      idle--;
    }
    Job *job = waiting;
    waiting = job->next;
    if (waiting == NULL) waiting_end = &waiting;
    pthread_mutex_unlock(&lock);
    job->result = run(job);
    pthread_mutex_lock(&lock);
    job->next = NULL;
    *ended_end = job;
    ended_end = &job->next;
    eventfd_write(event, 1);
  }
}

static void add_thread(void) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  if (pthread_create(&thread, &attributes, work, NULL) == 0) threads++;
  pthread_attr_destroy(&attributes);
}

static JSValue submit(JSContext *ctx, Job *job) {
  int id = job->id = next_id++;
  job->next = NULL;
  pthread_mutex_lock(&lock);
  int queued = 1;
  for (Job *each = waiting; each; each = each->next) queued++;
  *waiting_end = job;
  waiting_end = &job->next;
  /* A guest without memory for a thread: the job waits for one that there is, or for the next try. */
  if (queued > idle && threads < THREADS_MAX) add_thread();
  pthread_cond_signal(&wanted);
  pthread_mutex_unlock(&lock);
  return JS_NewInt32(ctx, id);
}

/* A job with a copy of the path and an aligned buffer; NULL with an exception. */
static Job *new_job(JSContext *ctx, Kind kind, JSValueConst *path, size_t bytes) {
  Job *job = calloc(1, sizeof *job);
  if (job == NULL) goto lack;
  job->kind = kind;
  job->length = bytes;
  if (path) {
    const char *text = JS_ToCString(ctx, *path);
    if (text == NULL) {
      free_job(job);
      return NULL;
    }
    job->path = strdup(text);
    JS_FreeCString(ctx, text);
    if (job->path == NULL) goto lack;
  }
  if (bytes > 0 && posix_memalign((void **)&job->bytes, bytes < ALIGNMENT ? 16 : ALIGNMENT, bytes)) {
    job->bytes = NULL;
    goto lack;
  }
  return job;
lack:
  if (job) free_job(job);
  JS_ThrowOutOfMemory(ctx);
  return NULL;
}

#define ARGUMENT_INT(target, at) \
  if (JS_ToInt32(ctx, &(target), argv[at])) return JS_EXCEPTION
#define ARGUMENT_INT64(target, at) \
  if (JS_ToInt64(ctx, &(target), argv[at])) return JS_EXCEPTION
#define NEW_JOB(name, ...)                     \
  Job *name = new_job(ctx, __VA_ARGS__);       \
  if (name == NULL) return JS_EXCEPTION

/* startOpen(path, flags) */
static JSValue start_open(CALL) {
  int flags;
  ARGUMENT_INT(flags, 1);
  NEW_JOB(job, OPEN, &argv[0], 0);
  job->flags = flags;
  return submit(ctx, job);
}

/* startClose(fd) */
static JSValue start_close(CALL) {
  int fd;
  ARGUMENT_INT(fd, 0);
  NEW_JOB(job, CLOSE, NULL, 0);
  job->fd = fd;
  return submit(ctx, job);
}

/* startRead(fd, offset, length): all of it; the bytes come with the end */
static JSValue start_read(CALL) {
  int fd;
  int64_t offset, length;
  ARGUMENT_INT(fd, 0);
  ARGUMENT_INT64(offset, 1);
  ARGUMENT_INT64(length, 2);
  NEW_JOB(job, PREAD, NULL, length);
  job->fd = fd;
  job->offset = offset;
  return submit(ctx, job);
}

/* startWrite(fd, offset, bytes, flush): a copy of them */
static JSValue start_write(CALL) {
  int fd;
  int64_t offset;
  size_t length;
  ARGUMENT_INT(fd, 0);
  ARGUMENT_INT64(offset, 1);
  const uint8_t *bytes = native_bytes(ctx, argv[2], &length);
  if (bytes == NULL) return JS_EXCEPTION;
  NEW_JOB(job, PWRITE, NULL, length);
  memcpy(job->bytes, bytes, length);
  job->fd = fd;
  job->offset = offset;
  job->flags = JS_ToBool(ctx, argv[3]);
  return submit(ctx, job);
}

/* startReadPart(path, bytesMax, fromEnd) */
static JSValue start_read_part(CALL) {
  int64_t length;
  ARGUMENT_INT64(length, 1);
  NEW_JOB(job, READ_PART, &argv[0], length);
  job->flags = JS_ToBool(ctx, argv[2]);
  return submit(ctx, job);
}

/* startWriteText(path, text) */
static JSValue start_write_text(CALL) {
  size_t length;
  const char *text = JS_ToCStringLen(ctx, &length, argv[1]);
  if (text == NULL) return JS_EXCEPTION;
  Job *job = new_job(ctx, WRITE_TEXT, &argv[0], length);
  if (job) memcpy(job->bytes, text, length);
  JS_FreeCString(ctx, text);
  return job ? submit(ctx, job) : JS_EXCEPTION;
}

/* startStat(path or descriptor): isFile, isDisk, size, device, modifiedUs */
static JSValue start_stat(CALL) {
  int fd = -1, by_path = JS_IsString(argv[0]);
  if (!by_path) ARGUMENT_INT(fd, 0);
  NEW_JOB(job, STAT, by_path ? &argv[0] : NULL, 0);
  job->fd = fd;
  return submit(ctx, job);
}

/* startSpace(path): total, free, available bytes, inodes, free inodes */
static JSValue start_space(CALL) {
  NEW_JOB(job, SPACE, &argv[0], 0);
  return submit(ctx, job);
}

/* startList(path, namesMax) */
static JSValue start_list(CALL) {
  int64_t names;
  ARGUMENT_INT64(names, 1);
  NEW_JOB(job, LIST, &argv[0], names * 256);
  job->offset = names;
  return submit(ctx, job);
}

static void free_bytes(JSRuntime *runtime, void *opaque, void *bytes) { free(bytes); }

static JSValue describe(JSContext *ctx, Job *job) {
  JSValue item = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, item, 0, JS_NewInt32(ctx, job->id));
  JS_SetPropertyUint32(ctx, item, 1, JS_NewInt64(ctx, job->result));
  int gives = job->kind == PREAD || job->kind == READ_PART || job->kind == LIST;
  if (job->result >= 0 && gives) {
    JS_SetPropertyUint32(ctx, item, 2, JS_NewArrayBuffer(ctx, job->bytes, job->result, free_bytes, NULL, 0));
    job->bytes = NULL;
  }
  if (job->result >= 0 && (job->kind == STAT || job->kind == SPACE)) {
    JSValue numbers = JS_NewArray(ctx);
    for (int i = 0; i < 5; i++) JS_SetPropertyUint32(ctx, numbers, i, JS_NewFloat64(ctx, job->numbers[i]));
    JS_SetPropertyUint32(ctx, item, 3, numbers);
  }
  return item;
}

JSValue native_job_event(CALL) {
  if (event < 0) event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return JS_NewInt32(ctx, event);
}

JSValue native_take_jobs(CALL) {
  eventfd_t count;
  uint32_t length = 0;
  JSValue list = JS_NewArray(ctx);
  eventfd_read(event, &count);
  pthread_mutex_lock(&lock);
  Job *job = ended;
  ended = NULL;
  ended_end = &ended;
  if (waiting && idle == 0 && threads < THREADS_MAX) add_thread();
  pthread_mutex_unlock(&lock);
  while (job) {
    Job *next = job->next;
    JS_SetPropertyUint32(ctx, list, length++, describe(ctx, job));
    free_job(job);
    job = next;
  }
  return list;
}

const NativeEntry native_jobs[JOB_ENTRIES] = {
    {"startOpen", 2, start_open},         {"startClose", 1, start_close},
    {"startRead", 3, start_read},         {"startWrite", 4, start_write},
    {"startReadPart", 3, start_read_part}, {"startWriteText", 2, start_write_text},
    {"startStat", 1, start_stat},         {"startSpace", 1, start_space},
    {"startList", 2, start_list},
};
