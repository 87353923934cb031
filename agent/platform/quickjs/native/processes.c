/* Programs that are started, without a copy of this process: posix_spawn shares its memory until the exec. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "native.h"

#define WORDS_MAX 128

extern char **environ;

static void free_words(JSContext *ctx, char **words, int count) {
  for (int i = 0; i < count; i++) JS_FreeCString(ctx, words[i]);
}

/* The words of an array; -1 with an exception. */
static int take_words(JSContext *ctx, JSValueConst list, char **words) {
  int64_t count;
  JSValue length = JS_GetPropertyStr(ctx, list, "length");
  int failed = JS_ToInt64(ctx, &count, length);
  JS_FreeValue(ctx, length);
  if (failed) return -1;
  if (count > WORDS_MAX) count = WORDS_MAX;
  for (int i = 0; i < count; i++) {
    JSValue word = JS_GetPropertyUint32(ctx, list, i);
    words[i] = (char *)JS_ToCString(ctx, word);
    JS_FreeValue(ctx, word);
    if (words[i] == NULL) {
      free_words(ctx, words, i);
      return -1;
    }
  }
  words[count] = NULL;
  return count;
}

static int start(pid_t *pid, char **words, char **environment, int out, int err, int own_group) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults, none;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  sigemptyset(&none);
  sigfillset(&defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                            (own_group ? POSIX_SPAWN_SETPGROUP : 0));
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (out >= 0) posix_spawn_file_actions_adddup2(&actions, out, 1);
  else posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  if (err >= 0) posix_spawn_file_actions_adddup2(&actions, err, 2);
  else posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, "/");
  int failure = posix_spawn(pid, words[0], &actions, &attributes, words, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

/* spawn(words, environment or undefined, out, err, ownGroup): process id, or a negative errno; -1 as a descriptor: none */
static JSValue spawn_program(CALL) {
  char *words[WORDS_MAX + 1], *environment[WORDS_MAX + 1];
  int out, err;
  if (JS_ToInt32(ctx, &out, argv[2]) || JS_ToInt32(ctx, &err, argv[3])) return JS_EXCEPTION;
  int count = take_words(ctx, argv[0], words);
  if (count < 0) return JS_EXCEPTION;
  int own = !JS_IsUndefined(argv[1]);
  int settings = own ? take_words(ctx, argv[1], environment) : 0;
  if (settings < 0) {
    free_words(ctx, words, count);
    return JS_EXCEPTION;
  }
  pid_t pid;
  int failure = start(&pid, words, own ? environment : environ, out, err, JS_ToBool(ctx, argv[4]));
  free_words(ctx, words, count);
  free_words(ctx, environment, settings);
  return JS_NewInt32(ctx, failure ? -failure : pid);
}

/* openProcess(pid): a descriptor that can be read when it has ended (Linux 5.3), or a negative errno */
static JSValue open_process(CALL) {
  int pid;
  if (JS_ToInt32(ctx, &pid, argv[0])) return JS_EXCEPTION;
  int fd = syscall(SYS_pidfd_open, pid, 0);
  return JS_NewInt32(ctx, fd < 0 ? -errno : fd);
}

/* reap(pid): undefined while it runs, its exit code, or the negative number of the signal that killed it */
static JSValue reap(CALL) {
  int pid, status;
  if (JS_ToInt32(ctx, &pid, argv[0])) return JS_EXCEPTION;
  pid_t ended = waitpid(pid, &status, WNOHANG);
  if (ended == 0) return JS_UNDEFINED;
  if (ended < 0) return JS_NewInt32(ctx, 255);
  return JS_NewInt32(ctx, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
}

/* openPipe(): [end to read, which does not wait; end to write], closed in programs that are started */
static JSValue open_pipe(CALL) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) return JS_NewInt32(ctx, -errno);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  JSValue pair = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, pair, 0, JS_NewInt32(ctx, ends[0]));
  JS_SetPropertyUint32(ctx, pair, 1, JS_NewInt32(ctx, ends[1]));
  return pair;
}

const NativeEntry native_processes[PROCESS_ENTRIES] = {
    {"spawn", 5, spawn_program}, {"openProcess", 1, open_process}, {"reap", 1, reap}, {"openPipe", 0, open_pipe},
};
