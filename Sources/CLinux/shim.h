// System calls that Swift cannot reach through Glibc: variadic ones, and those whose flags it imports as other types.
// No library: every function here is static inline.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
