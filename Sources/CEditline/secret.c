#define _GNU_SOURCE
#include "editline.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios voiced;
static volatile sig_atomic_t silent_fd = -1;

enum { ENDINGS = 4 };
static const int endings[ENDINGS] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static struct sigaction kept[ENDINGS];

static void put_back(void) {
    for (int i = 0; i < ENDINGS; i++) sigaction(endings[i], &kept[i], NULL);
}

/* A signal from outside: the terminal gets its voice back before the program ends or goes on as it would have. */
static void end_silence(int number) {
    tcsetattr(silent_fd, TCSANOW, &voiced);
    put_back();
    raise(number);
}

int sen_silence(void) {
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return -1;
    if (tcgetattr(fd, &voiced) != 0) { close(fd); return -1; }
    struct termios silent = voiced;
    silent.c_iflag |= ICRNL;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    silent.c_cc[VMIN] = 1;
    silent.c_cc[VTIME] = 0;
    silent_fd = fd;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end_silence;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < ENDINGS; i++) sigaction(endings[i], &action, &kept[i]);
    if (tcsetattr(fd, TCSAFLUSH, &silent) == 0) return fd;
    put_back();
    close(fd);
    return -1;
}

void sen_unsilence(int fd) {
    tcsetattr(fd, TCSAFLUSH, &voiced);
    put_back();
    silent_fd = -1;
    close(fd);
}

void sen_end_now(int status) {
    if (silent_fd >= 0) tcsetattr(silent_fd, TCSANOW, &voiced);
    _exit(status);
}
