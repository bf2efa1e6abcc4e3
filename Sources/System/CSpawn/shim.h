// glibc declares these for _GNU_SOURCE only, which Swift's own module of glibc does not set.
#pragma once
#include <spawn.h>

int syncfs(int descriptor);
int pipe2(int *_Nonnull descriptors, int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull path);

// F_SETPIPE_SZ of fcntl(2).
enum { spawn_set_pipe_size = 1031 };
