// glibc declares these for _GNU_SOURCE only, which Swift's own module of glibc does not set.
#pragma once
#include <spawn.h>

int syncfs(int descriptor);
int pipe2(int *_Nonnull descriptors, int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull path);

#include <sys/resource.h>
int prlimit(pid_t process, int resource, const struct rlimit *_Nullable limit, struct rlimit *_Nullable old);
/// Bounds the address space of a process.
static inline int spawn_set_limit(pid_t process, const struct rlimit *_Nonnull limit) {
  return prlimit(process, RLIMIT_AS, limit, NULL);
}

// F_SETPIPE_SZ of fcntl(2).
enum { spawn_set_pipe_size = 1031 };
