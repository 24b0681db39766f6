#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Landlock, whose header is younger than some systems that it runs on: linux/landlock.h.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif

struct ruleset {
    uint64_t files, network, scopes;
};
struct __attribute__((packed)) beneath {
    uint64_t allowed;
    int32_t parent;
};

enum {
    EXECUTE = 1 << 0, WRITE = 1 << 1, READ = 1 << 2, READ_FOLDER = 1 << 3, ALL_BEFORE_REFER = (1 << 13) - 1,
    REFER = 1 << 13, TRUNCATE = 1 << 14, DEVICES = 1 << 15,
};

static int landlock_version(void) {
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, 1 /* tells the version */);
}

int sen_process_is_confined(void) { return landlock_version() >= 1; }

static void allow(int rules, const char *path, uint64_t what) {
    struct beneath rule = {.allowed = what, .parent = open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent < 0) return;
    syscall(SYS_landlock_add_rule, rules, 1 /* beneath a path */, &rule, 0);
    close(rule.parent);
}

/// Leaves the program the system's folders and its own to read, its scratch folder to write, and no network. What the
/// kernel does not know it does not keep.
static void confine(const char *pack, const char *scratch) {
    int version = landlock_version();
    unshare(CLONE_NEWUSER | CLONE_NEWNET);
    if (version < 1) return;
    uint64_t files = ALL_BEFORE_REFER;
    if (version >= 2) files |= REFER;
    if (version >= 3) files |= TRUNCATE;
    if (version >= 5) files |= DEVICES;
    struct ruleset set = {.files = files, .network = version >= 4 ? 3 : 0, .scopes = version >= 6 ? 3 : 0};
    size_t size = version >= 6 ? sizeof set : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &set, size, 0);
    if (rules < 0) return;
    static const char *const folders[] = {"/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/nix", NULL};
    static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", NULL};
    for (int i = 0; folders[i]; i++) allow(rules, folders[i], EXECUTE | READ | READ_FOLDER);
    for (int i = 0; devices[i]; i++) allow(rules, devices[i], READ | WRITE);
    allow(rules, "/proc/self", READ | READ_FOLDER);
    allow(rules, pack, EXECUTE | READ | READ_FOLDER);
    allow(rules, scratch, files & ~(uint64_t)(EXECUTE | DEVICES));
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}

static void limit(int what, rlim_t most) {
    struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
    setrlimit(what, &limit);
}

/// What the new process does before the program runs in it; only calls that are safe behind `fork`.
static void become(
    const char *program, const char *pack, const char *scratch, char *const environment[], const int ends[3],
    pid_t parent) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) return;
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int i = 0; i < 3; i++) {
        if (dup2(ends[i], i) < 0) return;
    }
    syscall(SYS_close_range, 3U, ~0U, 4U /* when the program begins */);
    if (chdir(scratch) != 0) return;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_FSIZE, 256UL << 20);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    confine(pack, scratch);
    char *const words[] = {(char *)program, NULL};
    execve(program, words, environment);
}

static void shut(const int *files, int count) {
    int kept = errno;
    for (int i = 0; i < count; i++) {
        if (files[i] >= 0) close(files[i]);
    }
    errno = kept;
}

pid_t sen_process_start(
    const char *program, const char *pack, const char *scratch, char *const environment[], int ends[3]) {
    // Pairs of ends: input, output, complaints, and why the program could not begin. All stand above 2, so that none
    // is lost when the first three take their places.
    int pipes[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    for (int i = 0; i < 8; i += 2) {
        int pair[2];
        if (pipe2(pair, O_CLOEXEC) != 0) { shut(pipes, 8); return -errno; }
        for (int j = 0; j < 2; j++) {
            pipes[i + j] = pair[j] > 2 ? pair[j] : fcntl(pair[j], F_DUPFD_CLOEXEC, 3);
            if (pair[j] <= 2) close(pair[j]);
        }
    }
    const int theirs[3] = {pipes[0], pipes[3], pipes[5]};
    pid_t parent = getpid(), child = fork();
    if (child < 0) { shut(pipes, 8); return -errno; }
    if (child == 0) {
        errno = 0;
        become(program, pack, scratch, environment, theirs, parent);
        int why = errno ? errno : ECHILD;
        (void)!write(pipes[7], &why, sizeof why);
        _exit(127);
    }
    setpgid(child, child);
    const int done[4] = {pipes[0], pipes[3], pipes[5], pipes[7]};
    shut(done, 4);
    int why = 0;
    ssize_t got;
    do { got = read(pipes[6], &why, sizeof why); } while (got < 0 && errno == EINTR);
    close(pipes[6]);
    ends[0] = pipes[1];
    ends[1] = pipes[2];
    ends[2] = pipes[4];
    for (int i = 0; i < 3; i++) fcntl(ends[i], F_SETFL, O_NONBLOCK);
    if (got != sizeof why) return child;
    shut(ends, 3);
    return -why;
}

ssize_t sen_process_write(int file, const void *bytes, size_t count) {
    sigset_t pipes, before, waiting;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, &before);
    ssize_t done = write(file, bytes, count);
    int why = errno;
    if (done < 0 && why == EPIPE && sigpending(&waiting) == 0 && sigismember(&waiting, SIGPIPE)) {
        const struct timespec none = {0, 0};
        sigtimedwait(&pipes, NULL, &none);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (done >= 0) return done;
    return why == EAGAIN || why == EINTR ? 0 : -why;
}

/// Whether a program ends within some milliseconds; it is left to be waited for.
static int ends_within(pid_t process, int milliseconds) {
    const struct timespec moment = {0, 1000000};
    for (int waited = 0;; waited++) {
        siginfo_t state = {0};
        if (waitid(P_PID, (id_t)process, &state, WEXITED | WNOHANG | WNOWAIT) != 0) return errno != EINTR;
        if (state.si_pid == process) return 1;
        if (waited >= milliseconds) return 0;
        nanosleep(&moment, NULL);
    }
}

int sen_process_end(pid_t process, int milliseconds, int grace) {
    if (!ends_within(process, milliseconds)) {
        kill(-process, SIGTERM);
        ends_within(process, grace);
    }
    // While the first of the group is not waited for, its number is nobody else's.
    kill(-process, SIGKILL);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

static int clear(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind, (void)place;
    remove(path);
    return 0;
}

void sen_process_clear(const char *folder) { nftw(folder, clear, 16, FTW_DEPTH | FTW_PHYS); }
