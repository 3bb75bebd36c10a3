// How a process that reads untrusted bytes gives up its rights, for good: the kernel's own words for it.
// Structures and numbers stand here as the kernel fixes them, since the headers of older distributions lack some.
#pragma once
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

extern int unshare(int);
enum { LINUX_CLONE_NEWUSER = 0x10000000, LINUX_CLONE_NEWNET = 0x40000000 };
enum { LINUX_LANDLOCK_CREATE = 444, LINUX_LANDLOCK_ADD = 445, LINUX_LANDLOCK_RESTRICT = 446 };

/// Bounds on memory in bytes, open files, and none at all on what may be written: nothing.
static inline int linux_limit_reader(uint64_t memory, uint64_t files) {
    struct rlimit address = {memory, memory}, open_files, none = {0, 0};
    // Where less is allowed already, no more can be asked for.
    if (getrlimit(RLIMIT_NOFILE, &open_files) != 0) return -1;
    if (open_files.rlim_max > files) open_files.rlim_max = files;
    open_files.rlim_cur = open_files.rlim_max;
    if (memory != 0 && setrlimit(RLIMIT_AS, &address) != 0) return -1;
    if (setrlimit(RLIMIT_NOFILE, &open_files) != 0) return -1;
    if (setrlimit(RLIMIT_FSIZE, &none) != 0) return -1;
    return setrlimit(RLIMIT_CORE, &none);
}

static inline int linux_forgo_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/// An empty network of its own, of root's right or by way of a user namespace.
static inline int linux_leave_network(void) {
    if (unshare(LINUX_CLONE_NEWNET) == 0) return 0;
    return unshare(LINUX_CLONE_NEWUSER | LINUX_CLONE_NEWNET);
}

/// Landlock: from now on nothing can be opened but files and folders beneath these, and those only for reading.
static inline int linux_confine_to(const int *folders, int count) {
    struct { uint64_t fs, net, scoped; } rights = {0, 0, 0};
    // Field by field as the kernel defines it: packed, without a gap after the rights.
    struct __attribute__((packed)) { uint64_t allowed; int32_t parent; } rule;
    long version = syscall(LINUX_LANDLOCK_CREATE, NULL, 0, 1u);
    if (version < 1) return -1;
    // Execute, write, read file, read folder, remove and make of every kind: 13 rights in version 1.
    rights.fs = (1u << 13) - 1;
    if (version >= 2) rights.fs |= 1u << 13;
    if (version >= 3) rights.fs |= 1u << 14;
    if (version >= 5) rights.fs |= 1u << 15;
    if (version >= 4) rights.net = 3;
    if (version >= 6) rights.scoped = 3;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int set = (int)syscall(LINUX_LANDLOCK_CREATE, &rights, size, 0u);
    if (set < 0) return -1;
    int failure = 0;
    for (int index = 0; index < count && failure == 0; index += 1) {
        rule.allowed = (1u << 2) | (1u << 3);
        rule.parent = folders[index];
        failure = (int)syscall(LINUX_LANDLOCK_ADD, set, 1, &rule, 0u);
    }
    if (failure == 0) failure = (int)syscall(LINUX_LANDLOCK_RESTRICT, set, 0u);
    close(set);
    return failure;
}

#if defined(__x86_64__)
#define LINUX_SEAL_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define LINUX_SEAL_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LINUX_ALLOW(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define LINUX_DENY BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
/// Of an argument the half that is the lower where that is all it has: both machines have the lowest byte first.
#define LINUX_ARGUMENT(index) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + 8 * (index))
#define LINUX_UPPER_HALF(index) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + 8 * (index) + 4)

/// seccomp: memory, reading, and the socket to the house; every other call is EPERM, opening for writing too.
///
/// No signal can be held off, no bound lifted, and nothing done to another process.
static inline int linux_forgo_calls(void) {
#ifndef LINUX_SEAL_ARCHITECTURE
    errno = ENOSYS;
    return -1;
#else
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, LINUX_SEAL_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        LINUX_ALLOW(SYS_read), LINUX_ALLOW(SYS_pread64), LINUX_ALLOW(SYS_readv), LINUX_ALLOW(SYS_write),
        LINUX_ALLOW(SYS_fstat), LINUX_ALLOW(SYS_newfstatat), LINUX_ALLOW(SYS_statx),
        LINUX_ALLOW(SYS_lseek), LINUX_ALLOW(SYS_getdents64), LINUX_ALLOW(SYS_fstatfs),
        LINUX_ALLOW(SYS_recvmsg), LINUX_ALLOW(SYS_sendmsg), LINUX_ALLOW(SYS_recvfrom), LINUX_ALLOW(SYS_sendto),
        LINUX_ALLOW(SYS_ppoll),
        LINUX_ALLOW(SYS_mmap), LINUX_ALLOW(SYS_munmap), LINUX_ALLOW(SYS_mremap), LINUX_ALLOW(SYS_mprotect),
        LINUX_ALLOW(SYS_madvise), LINUX_ALLOW(SYS_brk), LINUX_ALLOW(SYS_futex), LINUX_ALLOW(SYS_membarrier),
        LINUX_ALLOW(SYS_rt_sigpending), LINUX_ALLOW(SYS_restart_syscall),
        LINUX_ALLOW(SYS_clock_gettime), LINUX_ALLOW(SYS_gettimeofday), LINUX_ALLOW(SYS_nanosleep),
        LINUX_ALLOW(SYS_clock_nanosleep), LINUX_ALLOW(SYS_sched_yield), LINUX_ALLOW(SYS_sched_getaffinity),
        LINUX_ALLOW(SYS_getpid), LINUX_ALLOW(SYS_gettid), LINUX_ALLOW(SYS_getrandom), LINUX_ALLOW(SYS_getrusage),
        LINUX_ALLOW(SYS_sysinfo), LINUX_ALLOW(SYS_uname),
        LINUX_ALLOW(SYS_exit), LINUX_ALLOW(SYS_exit_group),
#ifdef SYS_poll
        LINUX_ALLOW(SYS_poll),
#endif
#ifdef SYS_getrlimit
        LINUX_ALLOW(SYS_getrlimit),
#endif
        // openat, for reading only.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 4),
        LINUX_ARGUMENT(2),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LINUX_DENY,
        // close, but for the pipe by which the kernel ends it when the house has gone.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_close, 0, 4),
        LINUX_ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, STDOUT_FILENO, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LINUX_DENY,
        // A trap ends the process by a signal to itself.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 4),
        LINUX_ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LINUX_DENY,
        // fcntl, but for what would send signals or turn off those that come.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fcntl, 0, 7),
        LINUX_ARGUMENT(1),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, F_GETFD, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, F_SETFD, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, F_GETFL, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, F_DUPFD_CLOEXEC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LINUX_DENY,
        // prlimit64, of itself and to look only.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 0, 7),
        LINUX_ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 5),
        LINUX_ARGUMENT(2),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3),
        LINUX_UPPER_HALF(2),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LINUX_DENY,
    };
    struct sock_fprog filter = {sizeof program / sizeof program[0], program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
#endif
}

static inline int linux_open_nowhere(void) { return open("/dev/null", O_WRONLY | O_CLOEXEC); }

// --- The socket between the house and a reader

static inline int linux_socket_pair(int ends[2]) { return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); }

/// Sends more of a message and of its length before it, in four bytes, of which `sent` bytes went before; a reader that has gone is EPIPE.
///
/// A copy of the descriptors goes with them, where there are any. Where it would have to wait, and may not, it is EAGAIN.
static inline ssize_t linux_send(
    int socket, const void *bytes, size_t count, size_t sent, const int *descriptors, int number, int waits) {
    unsigned char head[4] = {
        (unsigned char)(count >> 24), (unsigned char)(count >> 16), (unsigned char)(count >> 8), (unsigned char)count};
    size_t of_head = sent < sizeof head ? sent : sizeof head, of_bytes = sent - of_head;
    struct iovec pieces[2] = {{head + of_head, sizeof head - of_head}, {count > 0 ? (char *)bytes + of_bytes : NULL, count - of_bytes}};
    union { struct cmsghdr align; char room[CMSG_SPACE(4 * sizeof(int))]; } control;
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = pieces;
    message.msg_iovlen = 2;
    if (number > 4) {
        errno = EINVAL;
        return -1;
    }
    if (number > 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.room;
        message.msg_controllen = CMSG_SPACE((size_t)number * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN((size_t)number * sizeof(int));
        memcpy(CMSG_DATA(header), descriptors, (size_t)number * sizeof(int));
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT));
}

/// Receives some bytes, 0 at the end; descriptors that came with them are put into `descriptors`, `*number` at most.
///
/// More of them than that is EPROTO, and the kernel closes what had no room. Where it would have to wait, and may not, it is EAGAIN.
static inline ssize_t linux_receive(
    int socket, void *bytes, size_t count, int *descriptors, int *number, int waits) {
    struct iovec piece = {bytes, count};
    union { struct cmsghdr align; char room[CMSG_SPACE(4 * sizeof(int))]; } control;
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    int most = *number < 4 ? *number : 4;
    *number = 0;
    if (most > 0) {
        message.msg_control = control.room;
        message.msg_controllen = CMSG_LEN((size_t)most * sizeof(int));
    }
    ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (waits ? 0 : MSG_DONTWAIT));
    if (received < 0) return received;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        int came = (int)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
        for (int index = 0; index < came && *number < most; index += 1) {
            int descriptor;
            memcpy(&descriptor, CMSG_DATA(header) + (size_t)index * sizeof(int), sizeof descriptor);
            descriptors[(*number)++] = descriptor;
        }
    }
    if ((message.msg_flags & MSG_CTRUNC) == 0) return received;
    while (*number > 0) close(descriptors[--*number]);
    errno = EPROTO;
    return -1;
}

// --- What a sealed process is asked to try, so that the operator is told what holds and not what should.

static inline int linux_can_open(const char *path, int flags) {
    int descriptor = open(path, flags | O_CLOEXEC, 0600);
    if (descriptor < 0) return 0;
    close(descriptor);
    return 1;
}

/// Whether a datagram to this machine itself can be sent off: the least that a network allows.
static inline int linux_can_use_network(void) {
    int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return 0;
    struct { uint16_t family, port; uint8_t address[4], rest[8]; } loopback;
    memset(&loopback, 0, sizeof loopback);
    loopback.family = AF_INET;
    loopback.port = (uint16_t)((9 & 0xFF) << 8);
    loopback.address[0] = 127;
    loopback.address[3] = 1;
    int reached = connect(descriptor, (const struct sockaddr *)&loopback, sizeof loopback);
    close(descriptor);
    return reached == 0;
}

/// Whether another program can be started: an absent one, of which only a process that may start any is told that it is absent.
static inline int linux_can_execute(void) {
    char *const none[] = {NULL};
    execve("/proc/self/no-such-program", none, none);
    return errno == ENOENT || errno == ENOTDIR;
}

/// Whether anything can be done to another process: a signal sent, or a bound on it looked at, which needs the right to set it.
static inline int linux_can_reach(pid_t other) {
    uint64_t limit[2];
    return kill(other, 0) == 0 || syscall(SYS_tgkill, other, other, 0) == 0
        || syscall(SYS_prlimit64, other, RLIMIT_CORE, NULL, limit) == 0;
}
