// System calls that Swift cannot reach through Glibc: variadic ones, and those whose flags it imports as other types.
// No library: every function here is static inline, and fails as the call under it does, by -1 and errno.
#pragma once
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// --- What C libraries declare only under _GNU_SOURCE. Defining that here would give the headers another content than
// Swift's own Glibc module sees in them, and the two could not be imported together.
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern ssize_t getdents64(int, void *, size_t);
extern int sync_file_range(int, off_t, off_t, unsigned int);
extern int pipe2(int[2], int);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern int setresuid(uid_t, uid_t, uid_t);
extern int setresgid(gid_t, gid_t, gid_t);
extern int setgroups(size_t, const gid_t *);
extern int initgroups(const char *, gid_t);
extern const char *strerrorname_np(int);
extern const char *strerrordesc_np(int);
enum { LINUX_RENAME_NOREPLACE = 1, LINUX_SYNC_FILE_RANGE_WRITE = 2, LINUX_F_SETSIG = 10, LINUX_F_SETLEASE = 1024 };

// --- Opening. openat is variadic in C, so Swift sees only the form without a mode.

/// A folder by a path that the configuration gave; symbolic links on the way are the administrator's.
static inline int linux_open_folder_path(const char *path) {
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY);
}

/// A folder by its name in another, never through a symbolic link.
static inline int linux_open_folder(int folder, const char *name) {
    return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
}

/// The same folder once more, with a place in its list of names that is its own.
static inline int linux_reopen_folder(int folder) { return linux_open_folder(folder, "."); }

/// A file to read. O_NONBLOCK: a FIFO whose other end nobody holds would block the open for ever.
static inline int linux_open_reading(int folder, const char *name) {
    return openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

/// A new file to write; whatever is there already, even a dangling link, is EEXIST.
static inline int linux_create(int folder, const char *name, mode_t mode) {
    return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, mode);
}

/// A file of ours to read and write, made where it is absent. Not O_APPEND: that would make Linux ignore pwrite's offset.
static inline int linux_open_writing(int folder, const char *name, mode_t mode) {
    return openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, mode);
}

// --- Names. Glibc has these, but hides them or gives their flags another type in Swift.

/// A rename that fails with EEXIST rather than replace.
static inline int linux_rename_new(int from, const char *name, int to, const char *as) {
    return renameat2(from, name, to, as, LINUX_RENAME_NOREPLACE);
}

/// What a name stands for, itself: a symbolic link is a symbolic link.
static inline int linux_status(int folder, const char *name, struct stat *status) {
    return fstatat(folder, name, status, AT_SYMLINK_NOFOLLOW);
}

static inline int linux_remove_folder(int folder, const char *name) {
    return unlinkat(folder, name, AT_REMOVEDIR);
}

/// Raw directory records, so that a folder is read in pieces and no DIR pointer needs an owner.
static inline ssize_t linux_read_entries(int folder, void *buffer, size_t size) {
    return getdents64(folder, buffer, size);
}

// S_IS* are macros with arguments.
static inline int linux_is_regular(mode_t mode) { return S_ISREG(mode); }
static inline int linux_is_folder(mode_t mode) { return S_ISDIR(mode); }
static inline int linux_is_symbolic_link(mode_t mode) { return S_ISLNK(mode); }

// --- Writing

/// Begins to write a range to the disk without waiting; the flag is Int in Swift, and wanted as UInt32.
static inline int linux_start_writeback(int file, off_t offset, off_t count) {
    return sync_file_range(file, offset, count, LINUX_SYNC_FILE_RANGE_WRITE);
}

/// The file system's type; f_type is signed or not, and of 32 or 64 bits, by the machine.
static inline int linux_file_system_type(int file, uint32_t *type) {
    struct statfs system;
    if (fstatfs(file, &system) != 0) return -1;
    *type = (uint32_t)system.f_type;
    return 0;
}

// --- Locks and leases

static inline int linux_lock(int file) { return flock(file, LOCK_EX | LOCK_NB); }

/// Asks for a read lease and gives it back at once: 0 where nobody writes, -1 with EAGAIN where somebody does.
///
/// Whoever opens the file for writing in between makes the kernel send a signal, by default SIGIO, which would end the
/// process; SIGURG is ignored unless asked for. fcntl is variadic.
static inline int linux_try_read_lease(int file) {
    if (fcntl(file, LINUX_F_SETSIG, SIGURG) != 0) return -1;
    if (fcntl(file, LINUX_F_SETLEASE, F_RDLCK) != 0) return -1;
    fcntl(file, LINUX_F_SETLEASE, F_UNLCK);
    return 0;
}

// --- Watching. These flags are enum cases or Int in Swift, and wanted as Int32 or UInt32.

static inline int linux_inotify(void) { return inotify_init1(IN_CLOEXEC | IN_NONBLOCK); }

/// What can mean that something arrived, or that the folder itself went; a hard link in tells only IN_CREATE. Not
/// IN_MODIFY, of which one slow copy makes thousands, nor IN_DELETE and IN_MOVED_FROM, which our own claims would cause.
static inline int linux_watch(int inotify, const char *path) {
    return inotify_add_watch(inotify, path,
                             IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
}

static inline uint32_t linux_inotify_overflow(void) { return IN_Q_OVERFLOW; }

/// That a folder is not, or not where it was, what is watched.
static inline uint32_t linux_inotify_lost(void) { return IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED; }

/// Blocks the signals in this thread, and in threads that it starts, and gives a descriptor that tells of them.
///
/// signalfd is not visible through Glibc. pthread_sigmask returns its error rather than setting errno.
static inline int linux_signals(const int *numbers, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int index = 0; index < count; index += 1)
        if (sigaddset(&set, numbers[index]) != 0) return -1;
    int failure = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (failure != 0) {
        errno = failure;
        return -1;
    }
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The number of the next signal that came, 0 where there is none.
static inline int linux_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    ssize_t count = read(descriptor, &info, sizeof info);
    if (count == (ssize_t)sizeof info) return (int)info.ssi_signo;
    if (count < 0 && errno != EAGAIN && errno != EINTR) return -1;
    return 0;
}

// --- Child processes

/// A pipe that no child inherits by accident.
static inline int linux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// Our end of a pipe never blocks; the child's end is an open file of its own and stays as programs expect it.
static inline int linux_set_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    return flags < 0 ? -1 : fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

/// Writes to a pipe; a reader that has gone is EPIPE and not a signal that ends the process.
///
/// MSG_NOSIGNAL is for sockets only, so SIGPIPE is blocked in this thread, and taken away again if it came by this write.
static inline ssize_t linux_write_pipe(int descriptor, const void *bytes, size_t count) {
    sigset_t pipe_only, before, pending;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    sigpending(&pending);
    int was_pending = sigismember(&pending, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_only, &before);
    ssize_t written = write(descriptor, bytes, count);
    int failure = errno;
    if (written < 0 && failure == EPIPE && !was_pending) {
        struct timespec now = {0, 0};
        while (sigtimedwait(&pipe_only, NULL, &now) < 0 && errno == EINTR) {}
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = failure;
    return written;
}

/// Starts a program in a process group of its own, with no signal blocked or ignored, and no descriptor but 0, 1 and 2.
///
/// The types of attributes and actions are structs of hidden size, and their flags differ in Swift. Returns the error.
static inline int linux_spawn(pid_t *child, const char *program, char *const *arguments, char *const *environment,
                              int input, int output, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure != 0) return failure;
    failure = posix_spawnattr_init(&attributes);
    if (failure != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return failure;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, input, 0);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, output, 1);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, errors, 2);
    if (failure == 0) failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    if (failure == 0) failure = posix_spawnattr_setsigmask(&attributes, &none);
    if (failure == 0) failure = posix_spawnattr_setsigdefault(&attributes, &all);
    if (failure == 0) failure = posix_spawnattr_setpgroup(&attributes, 0);
    if (failure == 0)
        failure = posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (failure == 0) failure = posix_spawn(child, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

/// A descriptor that becomes readable when the child ends; -1 on kernels before 5.3.
static inline int linux_process_descriptor(pid_t child) { return (int)syscall(SYS_pidfd_open, child, 0); }

/// The child is sent SIGKILL once nobody is left who holds the other end of the pipe that it was given.
///
/// The kernel keeps this with the open pipe, so that it needs nothing of the child, however busy that is. fcntl is variadic.
static inline int linux_end_when_closed(int pipe, pid_t child) {
    if (fcntl(pipe, F_SETOWN, child) != 0) return -1;
    // Where it cannot be SIGKILL it is SIGIO, which ends the child too unless it is ignored.
    (void)fcntl(pipe, LINUX_F_SETSIG, SIGKILL);
    return fcntl(pipe, F_SETFL, O_ASYNC);
}

/// From now on the child gets no address space beyond that many bytes.
static inline int linux_limit_memory(pid_t child, uint64_t bytes) {
    const uint64_t limit[2] = {bytes, bytes};
    return (int)syscall(SYS_prlimit64, child, 9 /* RLIMIT_AS */, limit, (void *)0);
}

/// Lets the child use so many more seconds of processor time from now on; then SIGXCPU ends it.
static inline int linux_limit_time(pid_t child, uint64_t seconds) {
    clockid_t clock;
    struct timespec used;
    uint64_t limit[2];
    int failure = clock_getcpuclockid(child, &clock);
    if (failure != 0) {
        errno = failure;
        return -1;
    }
    if (clock_gettime(clock, &used) != 0) return -1;
    // Where less is allowed already, no more can be asked for.
    if (syscall(SYS_prlimit64, child, 0 /* RLIMIT_CPU */, (void *)0, limit) != 0) return -1;
    limit[0] = (uint64_t)used.tv_sec + 1 + seconds;
    if (limit[0] > limit[1]) limit[0] = limit[1];
    return (int)syscall(SYS_prlimit64, child, 0 /* RLIMIT_CPU */, limit, (void *)0);
}

/// How many files this process may have open at once; -1 where that is unknown, and a billion where it is not bounded.
static inline long linux_most_open_files(void) {
    struct rlimit open_files;
    if (getrlimit(RLIMIT_NOFILE, &open_files) != 0) return -1;
    return open_files.rlim_cur > 1000000000 ? 1000000000 : (long)open_files.rlim_cur;
}

/// 1 where the child has ended, 0 where it runs; it stays to be waited for, so that its number is not given away.
static inline int linux_has_ended(pid_t child) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return -1;
    return info.si_pid == child;
}

// WIFEXITED and its like are macros with arguments.
static inline int linux_exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
static inline int linux_end_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

/// Opens /dev/null for whichever of 0, 1 and 2 is closed, so that no file of ours is ever taken for standard output.
static inline int linux_fill_standard_descriptors(void) {
    for (int descriptor = 0; descriptor < 3; descriptor += 1) {
        if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
        if (open("/dev/null", O_RDWR) != descriptor) return -1;
    }
    return 0;
}

/// Large blocks of memory lie apart, so that they go back to the system as soon as they are freed; glibc's own bound grows with use.
static inline void linux_give_memory_back(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    // What is smaller is kept, or each attachment would ask for its pages anew.
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    // Eight to a core otherwise, each of which keeps what its threads needed at most.
    mallopt(M_ARENA_MAX, 4);
#endif
}

/// Gives back at once what was freed and is kept for a next use.
static inline void linux_trim_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// --- The service manager

/// Sends one datagram to a local socket; a name that begins with @ is an abstract one (sd_notify(3)).
///
/// sockaddr_un's path is a tuple in Swift. A manager that does not read must not hold us up: MSG_DONTWAIT.
static inline int linux_notify(const char *name, const void *message, size_t count) {
    struct sockaddr_un address;
    size_t length = strlen(name);
    if (length < 2 || length >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memset(&address, 0, sizeof address);
    address.sun_family = AF_UNIX;
    memcpy(address.sun_path, name, length);
    if (name[0] == '@') address.sun_path[0] = 0;
    int channel = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (channel < 0) return -1;
    ssize_t sent = sendto(channel, message, count, MSG_NOSIGNAL | MSG_DONTWAIT, (struct sockaddr *)&address,
                          (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
    int failure = errno;
    close(channel);
    errno = failure;
    return sent == (ssize_t)count ? 0 : -1;
}

// --- Users

/// The name of a user; -1 where the machine has no name for it. getpwuid_r's buffers are ours, so that no thread meets another.
static inline int linux_user_name(uid_t user, char *name, size_t size) {
    struct passwd entry, *found = NULL;
    char buffer[4096];
    if (getpwuid_r(user, &entry, buffer, sizeof buffer, &found) != 0 || found == NULL) return -1;
    if (strlen(entry.pw_name) + 1 > size) return -1;
    strcpy(name, entry.pw_name);
    return 0;
}

/// Becomes another user for good: groups first, since afterwards nothing may be changed any more.
static inline int linux_become(uid_t user, gid_t group) {
    char name[256];
    if (linux_user_name(user, name, sizeof name) == 0) {
        if (initgroups(name, group) != 0) return -1;
    } else if (setgroups(1, &group) != 0) {
        return -1;
    }
    if (setresgid(group, group, group) != 0) return -1;
    return setresuid(user, user, user);
}

// --- Clocks: the ids are Int32 macros that Swift imports, but clockid_t differs between C libraries.

static inline int linux_clock_real(struct timespec *time) { return clock_gettime(CLOCK_REALTIME, time); }

/// Runs on while the machine sleeps, and never backwards.
static inline int linux_clock_steady(struct timespec *time) { return clock_gettime(CLOCK_BOOTTIME, time); }

// --- Errors: strerror is not safe among threads; these two return constants, but are declared for GNU only.

static inline const char *linux_error_name(int number) { return strerrorname_np(number); }
static inline const char *linux_error_sentence(int number) { return strerrordesc_np(number); }
