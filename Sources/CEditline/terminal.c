#define _GNU_SOURCE
#include "editline.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

int sen_take_locale(const char *name) {
    if (!setlocale(LC_CTYPE, name)) return 0;
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int sen_width(uint32_t character) { return wcwidth((wchar_t)character); }

void sen_terminal_size(int fd, int *rows, int *columns) {
    struct winsize size = {0};
    int known = ioctl(fd, TIOCGWINSZ, &size) == 0;
    *rows = known && size.ws_row > 0 ? size.ws_row : 24;
    *columns = known && size.ws_col > 0 ? size.ws_col : 80;
}

int sen_wait(int first, int second, int milliseconds) {
    struct pollfd both[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    int ready = poll(both, second < 0 ? 1 : 2, milliseconds);
    if (ready <= 0) return ready;
    return second >= 0 && both[1].revents ? 2 : 1;
}

int sen_open_in_editor(const char *path) {
    char *const arguments[] = {"sh", "-c", "${VISUAL:-${EDITOR:-vi}} \"$1\"", "sh", (char *)path, NULL};
    pid_t child;
    if (posix_spawn(&child, "/bin/sh", NULL, NULL, arguments, environ) != 0) return -1;
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
