/* Preloaded into a process, records in order what it does to the files of one folder: RECORD_FOLDER, into RECORD_LOG.
   A record: what (one byte), length of the path, offset, length of the data (8 bytes each), the path, the data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int record_fd = -1;

static void record(char what, const char *path, long long offset, const void *data, long long length) {
    const char *folder = getenv("RECORD_FOLDER"), *log = getenv("RECORD_LOG");
    if (!folder || !log || strncmp(path, folder, strlen(folder))) return;
    long long numbers[3] = {(long long)strlen(path), offset, length};
    pthread_mutex_lock(&turn);
    if (record_fd < 0) record_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (REAL(write)(record_fd, &what, 1) != 1 || REAL(write)(record_fd, numbers, sizeof numbers) != sizeof numbers ||
        REAL(write)(record_fd, path, strlen(path)) < 0 || REAL(write)(record_fd, data, length) != length)
        abort();
    pthread_mutex_unlock(&turn);
}

static void record_fd_use(char what, int fd, long long offset, const void *data, long long length) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t found = readlink(link, path, sizeof path - 1);
    if (found <= 0) return;
    path[found] = 0;
    record(what, path, offset, data, length);
}

static int opened(const char *path, int flags, mode_t mode, int existed, int fd) {
    (void)mode;
    if (fd >= 0 && (flags & O_CREAT) && !existed) record('c', path, 0, "", 0);
    if (fd >= 0 && (flags & O_TRUNC) && existed) record('t', path, 0, "", 0);
    return fd;
}

#define OPEN(name)                                                                \
    int name(const char *path, int flags, ...) {                                  \
        va_list more;                                                             \
        va_start(more, flags);                                                    \
        mode_t mode = va_arg(more, int);                                          \
        va_end(more);                                                             \
        int existed = access(path, F_OK) == 0;                                    \
        return opened(path, flags, mode, existed, REAL(name)(path, flags, mode)); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                  \
    int name(int at, const char *path, int flags, ...) {                              \
        va_list more;                                                                 \
        va_start(more, flags);                                                        \
        mode_t mode = va_arg(more, int);                                              \
        va_end(more);                                                                 \
        int existed = access(path, F_OK) == 0;                                        \
        return opened(path, flags, mode, existed, REAL(name)(at, path, flags, mode)); \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void *data, size_t length) {
    off_t end = lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    ssize_t done = REAL(write)(fd, data, length);
    if (done > 0 && end >= 0) record_fd_use('w', fd, end, data, done);
    return done;
}
#define PWRITE(name)                                                       \
    ssize_t name(int fd, const void *data, size_t length, off_t offset) {  \
        ssize_t done = REAL(name)(fd, data, length, offset);               \
        if (done > 0) record_fd_use('w', fd, offset, data, done);          \
        return done;                                                       \
    }
PWRITE(pwrite)
PWRITE(pwrite64)
#define ON_FD(name, what)                                  \
    int name(int fd) {                                     \
        int result = REAL(name)(fd);                       \
        if (!result) record_fd_use(what, fd, 0, "", 0);    \
        return result;                                     \
    }
ON_FD(fsync, 's')
ON_FD(fdatasync, 's')
#define TRUNCATE(name)                                       \
    int name(int fd, off_t length) {                         \
        int result = REAL(name)(fd, length);                 \
        if (!result) record_fd_use('t', fd, length, "", 0);  \
        return result;                                       \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
int unlink(const char *path) {
    int result = REAL(unlink)(path);
    if (!result) record('u', path, 0, "", 0);
    return result;
}
int rename(const char *path, const char *to) {
    int result = REAL(rename)(path, to);
    if (!result) record('r', path, 0, to, strlen(to));
    return result;
}
