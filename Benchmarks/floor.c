// The floor: the least that the contract asks of each ZIP package, done as directly as one can, for `make bench` to compare with.
//
// For each package in Inbox/online: claim by rename, read the ZIP's directory, inflate and parse the form, check size and
// SHA-256 of every attachment, digest the canonical form without its signature where it is signed, write the outbox ZIP
// (entries copied as they are, a manifest), a notice and a status under hidden names, sync them and their folders, append to a
// ledger with one sync for a batch of 64, rename to the final names, move the claim to the archive. It knows no law, names no
// faults, and refuses nothing; what it cannot read ends it.
//
//     cc -O2 -o floor floor.c $(pkg-config --cflags --libs libxml-2.0 zlib) -lpthread      floor SITE [WRITERS]
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "../Sources/CSHA256/compression.h"

enum { BATCH = 64, FILES = 16 };
static const char *site;
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static void die(const char *what, const char *name) {
    fprintf(stderr, "floor: %s: %s: %m\n", what, name);
    exit(1);
}

// --- SHA-256

typedef struct { uint32_t words[8]; uint8_t rest[64]; size_t kept; uint64_t count; } Hash;

static Hash hash_begin(void) {
    return (Hash){{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, {0}, 0, 0};
}
static void hash_add(Hash *hash, const uint8_t *bytes, size_t count) {
    hash->count += count;
    if (hash->kept) {
        size_t take = 64 - hash->kept < count ? 64 - hash->kept : count;
        memcpy(hash->rest + hash->kept, bytes, take);
        hash->kept += take, bytes += take, count -= take;
        if (hash->kept < 64) return;
        csha256_absorb(hash->words, hash->rest, 1, K);
        hash->kept = 0;
    }
    csha256_absorb(hash->words, bytes, count / 64, K);
    hash->kept = count % 64;
    memcpy(hash->rest, bytes + count - hash->kept, hash->kept);
}
static void hash_end(Hash *hash, char *hex) {
    uint64_t bits = hash->count * 8;
    uint8_t pad[72] = {0x80};
    size_t fill = (119 - hash->count % 64) % 64 + 1;
    for (int i = 0; i < 8; i++) pad[fill + i] = (uint8_t)(bits >> (56 - 8 * i));
    hash_add(hash, pad, fill + 8);
    for (int i = 0; i < 8; i++) sprintf(hex + 8 * i, "%08x", hash->words[i]);
}

// --- Reading a ZIP

static uint32_t le32(const uint8_t *p) { return p[0] | p[1] << 8 | p[2] << 16 | (uint32_t)p[3] << 24; }
static uint16_t le16(const uint8_t *p) { return (uint16_t)(p[0] | p[1] << 8); }

typedef struct { const uint8_t *data, *name; uint32_t packed, size, crc; uint16_t length, method; char sha[65]; } File;
typedef struct { char name[256], code[64], *ledger; int claim; File files[FILES]; int count; uint8_t *map; size_t size; } Job;

static void read_zip(Job *job) {
    const uint8_t *end = job->map + job->size - 22;
    while (end > job->map && le32(end) != 0x06054b50) end--;
    const uint8_t *entry = job->map + le32(end + 16);
    job->count = le16(end + 10);
    if (job->count > FILES) die("too many entries", job->name);
    for (int i = 0; i < job->count; i++) {
        const uint8_t *local = job->map + le32(entry + 42);
        job->files[i] = (File){.data = local + 30 + le16(local + 26) + le16(local + 28), .name = entry + 46,
            .packed = le32(entry + 20), .size = le32(entry + 24), .crc = le32(entry + 16), .length = le16(entry + 28),
            .method = le16(entry + 10)};
        entry += 46 + le16(entry + 28) + le16(entry + 30) + le16(entry + 32);
    }
}
static void each_chunk(const File *file, void (*take)(void *, const uint8_t *, size_t), void *context) {
    if (file->method == 0) return take(context, file->data, file->size);
    uint8_t buffer[65536];
    z_stream stream = {.next_in = (uint8_t *)file->data, .avail_in = file->packed};
    inflateInit2(&stream, -15);
    int status;
    do {
        stream.next_out = buffer, stream.avail_out = sizeof buffer;
        status = inflate(&stream, Z_NO_FLUSH);
        take(context, buffer, sizeof buffer - stream.avail_out);
    } while (status == Z_OK);
    inflateEnd(&stream);
    if (status != Z_STREAM_END) die("inflate", "entry");
}
typedef struct { Hash hash; uLong crc; uint8_t *copy; size_t at; } Sum;
static void take_sum(void *context, const uint8_t *bytes, size_t count) {
    Sum *sum = context;
    hash_add(&sum->hash, bytes, count);
    sum->crc = crc32(sum->crc, bytes, (uInt)count);
    if (sum->copy) memcpy(sum->copy + sum->at, bytes, count), sum->at += count;
}

// --- The form

static int outside_signature(void *user, xmlNodePtr node, xmlNodePtr parent) {
    (void)user;
    if (node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE) node = parent;
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (!xmlStrcmp(node->name, BAD_CAST "Signature")) return 0;
    return 1;
}
static int write_hash(void *context, const char *bytes, int count) {
    hash_add(context, (const uint8_t *)bytes, count);
    return count;
}
static void check_form(const File *form, const uint8_t *bytes, Job *job) {
    xmlDocPtr doc = xmlReadMemory((const char *)bytes, (int)form->size, NULL, NULL, XML_PARSE_NONET);
    if (!doc) die("parse", job->name);
    xmlNodePtr root = xmlDocGetRootElement(doc);
    for (xmlNodePtr node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (!xmlStrcmp(node->name, BAD_CAST "Signature")) {
            Hash hash = hash_begin();
            char hex[65];
            xmlOutputBufferPtr out = xmlOutputBufferCreateIO(write_hash, NULL, &hash, NULL);
            xmlC14NExecute(doc, outside_signature, NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0, out);
            xmlOutputBufferClose(out);
            hash_end(&hash, hex);
        }
        if (xmlStrcmp(node->name, BAD_CAST "attachments")) continue;
        for (xmlNodePtr one = node->children; one; one = one->next) {
            xmlChar *name = xmlGetProp(one, BAD_CAST "file"), *sha = xmlGetProp(one, BAD_CAST "sha256");
            for (int i = 0; name && sha && i < job->count; i++)
                if (strlen((char *)name) == job->files[i].length && !memcmp(name, job->files[i].name, job->files[i].length)
                    && strcmp((char *)sha, job->files[i].sha))
                    die("digest", job->name);
            xmlFree(name), xmlFree(sha);
        }
    }
    xmlFreeDoc(doc);
}

// --- Writing

static void put16(uint8_t *p, uint16_t v) { p[0] = (uint8_t)v, p[1] = (uint8_t)(v >> 8); }
static void put32(uint8_t *p, uint32_t v) { put16(p, (uint16_t)v), put16(p + 2, (uint16_t)(v >> 16)); }

typedef struct { int fd; Hash hash; uint32_t at; } Out;
static void out_write(Out *out, const void *bytes, size_t count) {
    if (write(out->fd, bytes, count) != (ssize_t)count) die("write", "output");
    hash_add(&out->hash, bytes, count);
    out->at += (uint32_t)count;
}
static int make(const char *folder, const char *name) {
    char path[1024];
    snprintf(path, sizeof path, "%s/Outbox/%s/.%s", site, folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (fd < 0) die("create", path);
    return fd;
}
static void finish(int fd) {
    sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    if (fsync(fd)) die("fsync", "output");
    close(fd);
}
static void write_zip(Job *job) {
    char name[128], manifest[8192];
    int length = snprintf(manifest, sizeof manifest, "<delivery xmlns=\"urn:hoso:delivery:1\" code=\"%s\">", job->code);
    for (int i = 0; i < job->count; i++)
        length += snprintf(manifest + length, sizeof manifest - length, "<file name=\"%.*s\" size=\"%u\" sha256=\"%s\"/>",
            job->files[i].length, job->files[i].name, job->files[i].size, job->files[i].sha);
    length += snprintf(manifest + length, sizeof manifest - length, "</delivery>");
    File all[FILES + 1] = {{.data = (uint8_t *)manifest, .name = (const uint8_t *)"manifest.xml", .packed = length,
        .size = length, .crc = crc32(0, (uint8_t *)manifest, length), .length = 12}};
    memcpy(all + 1, job->files, sizeof *all * job->count);
    snprintf(name, sizeof name, "%s.zip", job->code);
    Out out = {make("agencies/A", name), hash_begin(), 0};
    uint8_t head[46], central[8192];
    size_t used = 0;
    for (int i = 0; i <= job->count; i++) {
        memset(head, 0, sizeof head);
        put32(head, 0x04034b50), put16(head + 4, 20), put16(head + 6, 0x800), put16(head + 8, all[i].method);
        put32(head + 14, all[i].crc), put32(head + 18, all[i].packed), put32(head + 22, all[i].size);
        put16(head + 26, all[i].length);
        uint8_t *entry = central + used;
        memset(entry, 0, 46);
        put32(entry, 0x02014b50), put16(entry + 4, 20), memcpy(entry + 6, head + 4, 26), put32(entry + 42, out.at);
        memcpy(entry + 46, all[i].name, all[i].length);
        used += 46 + all[i].length;
        out_write(&out, head, 30), out_write(&out, all[i].name, all[i].length);
        out_write(&out, all[i].data, all[i].packed);
    }
    memset(head, 0, 22);
    put32(head, 0x06054b50), put16(head + 8, job->count + 1), put16(head + 10, job->count + 1);
    put32(head + 12, (uint32_t)used), put32(head + 16, out.at);
    out_write(&out, central, used), out_write(&out, head, 22);
    char hex[65];
    hash_end(&out.hash, hex);
    finish(out.fd);
    if (asprintf(&job->ledger, "{\"dossier\":\"%s\",\"event\":\"published\",\"sha256\":\"%s\"}\n", job->code, hex) < 0)
        die("memory", job->name);
}
static void write_text(const char *folder, const char *name, const char *text, int count) {
    int fd = make(folder, name);
    if (write(fd, text, count) != count) die("write", name);
    finish(fd);
}
static void work(Job *job) {
    char path[1024], text[4096];
    snprintf(path, sizeof path, "%s/State/working/%s", site, job->name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || fstat(fd, &status)) die("open", path);
    job->size = status.st_size;
    job->map = mmap(NULL, job->size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
    close(fd);
    read_zip(job);
    uint8_t *form = NULL;
    const File *formFile = NULL;
    for (int i = 0; i < job->count; i++) {
        File *file = &job->files[i];
        Sum sum = {hash_begin(), crc32(0, NULL, 0), NULL, 0};
        if (file->length > 4 && !memcmp(file->name + file->length - 4, ".xml", 4))
            form = sum.copy = malloc(file->size + 1), formFile = file;
        each_chunk(file, take_sum, &sum);
        if ((uint32_t)sum.crc != file->crc) die("crc", job->name);
        hash_end(&sum.hash, file->sha);
    }
    if (!form) die("no form", job->name);
    check_form(formFile, form, job);
    free(form);
    write_zip(job);
    munmap(job->map, job->size);
    char name[128];
    snprintf(name, sizeof name, "%s.status.xml", job->code);
    write_text("portal", name, text, snprintf(text, sizeof text, "<status code=\"%s\">accepted</status>\n%*s", job->code, 800, ""));
    snprintf(name, sizeof name, "%s.eml", job->code);
    write_text("notices", name, text, snprintf(text, sizeof text, "Subject: %s\n\n%*s", job->code, 3900, ""));
}

// --- Batches

static Job *batch;
static int batchCount, next;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *worker(void *unused) {
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        int mine = next++;
        pthread_mutex_unlock(&lock);
        if (mine >= batchCount) return NULL;
        work(&batch[mine]);
    }
}
static void sync_folder(const char *name) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", site, name);
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    if (fd < 0 || fsync(fd)) die("sync", path);
    close(fd);
}
static void move(const char *from, const char *name, const char *to, const char *newName) {
    char a[1024], b[1024];
    snprintf(a, sizeof a, "%s/%s/%s", site, from, name), snprintf(b, sizeof b, "%s/%s/%s", site, to, newName);
    if (rename(a, b)) die("rename", a);
}
static void folder(const char *name) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", site, name);
    if (mkdir(path, 0750) && access(path, F_OK)) die("mkdir", path);
}
static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int main(int argc, char **argv) {
    if (argc < 2) return 64;
    site = argv[1];
    int writers = argc > 2 ? atoi(argv[2]) : 4;
    const char *folders[] = {"State", "State/working", "State/archive", "Outbox", "Outbox/agencies", "Outbox/agencies/A",
        "Outbox/portal", "Outbox/notices"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) folder(folders[i]);
    char path[1024], **names = NULL;
    int count = 0;
    snprintf(path, sizeof path, "%s/Inbox/online", site);
    DIR *inbox = opendir(path);
    if (!inbox) die("open", path);
    for (struct dirent *entry; (entry = readdir(inbox));)
        if (entry->d_name[0] != '.') {
            names = realloc(names, sizeof *names * (count + 1));
            names[count++] = strdup(entry->d_name);
        }
    closedir(inbox);
    qsort(names, count, sizeof *names, by_name);
    snprintf(path, sizeof path, "%s/State/ledger.jsonl", site);
    int ledger = open(path, O_WRONLY | O_CREAT | O_APPEND, 0640);
    xmlInitParser();
    const char *staged[] = {"Outbox/agencies/A", "Outbox/portal", "Outbox/notices"};
    const char *endings[] = {".zip", ".status.xml", ".eml"};
    for (int from = 0; from < count; from += BATCH) {
        batchCount = count - from < BATCH ? count - from : BATCH;
        batch = calloc(batchCount, sizeof *batch);
        next = 0;
        for (int i = 0; i < batchCount; i++) {
            snprintf(batch[i].name, sizeof batch[i].name, "%s", names[from + i]);
            snprintf(batch[i].code, sizeof batch[i].code, "A-%06d", from + i + 1);
            move("Inbox/online", batch[i].name, "State/working", batch[i].name);
        }
        sync_folder("State/working"), sync_folder("Inbox/online");
        pthread_t threads[16];
        for (int i = 0; i < writers; i++) pthread_create(&threads[i], NULL, worker, NULL);
        for (int i = 0; i < writers; i++) pthread_join(threads[i], NULL);
        for (int i = 0; i < 3; i++) sync_folder(staged[i]);
        for (int i = 0; i < batchCount; i++) {
            if (write(ledger, batch[i].ledger, strlen(batch[i].ledger)) < 0) die("write", "ledger");
            free(batch[i].ledger);
        }
        if (fdatasync(ledger)) die("sync", "ledger");
        for (int i = 0; i < batchCount; i++)
            for (int k = 0; k < 3; k++) {
                char hidden[128], name[128];
                snprintf(hidden, sizeof hidden, ".%s%s", batch[i].code, endings[k]);
                snprintf(name, sizeof name, "%s%s", batch[i].code, endings[k]);
                move(staged[k], hidden, staged[k], name);
            }
        for (int i = 0; i < 3; i++) sync_folder(staged[i]);
        for (int i = 0; i < batchCount; i++) move("State/working", batch[i].name, "State/archive", batch[i].name);
        sync_folder("State/archive");
        free(batch);
    }
    printf("%d\n", count);
    return 0;
}
