// Public keys that the kernel holds and verifies with (keyrings(7), keyctl(2)). glibc has no functions for them.
// Structures and numbers stand here as the kernel fixes them, since the headers of older distributions lack some.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LINUX_THREAD_KEYRING = -1, LINUX_KEY_UNLINK = 9, LINUX_KEY_VERIFY = 28 };

/// Takes the key of a certificate in DER into the keyring of this thread, which goes with it; the key's number, or -1.
static inline int32_t linux_take_key(const void *certificate, size_t count) {
    return (int32_t)syscall(SYS_add_key, "asymmetric", "hoso", certificate, count, LINUX_THREAD_KEYRING);
}

/// 0 where a value fits a digest under the key in the way that `scheme` says, such as `enc=pkcs1 hash=sha256`.
static inline int linux_verify(int32_t key, const char *scheme, const void *digest, uint32_t digest_count,
                               const void *value, uint32_t value_count) {
    const struct {
        int32_t key;
        uint32_t digest_count, value_count, spare[7];
    } question = {key, digest_count, value_count, {0}};
    return (int)syscall(SYS_keyctl, LINUX_KEY_VERIFY, &question, scheme, digest, value);
}

/// Takes the key out of the keyring; nothing else holds it.
static inline void linux_drop_key(int32_t key) {
    syscall(SYS_keyctl, LINUX_KEY_UNLINK, key, LINUX_THREAD_KEYRING);
}
