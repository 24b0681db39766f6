#define _GNU_SOURCE
#include "editline.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int prompt_pipe[2] = {-1, -1};
static int command_pipe[2] = {-1, -1};
static volatile sig_atomic_t for_whom = SEN_FOR_PROMPT;
static volatile sig_atomic_t interrupts = 0;

static char letter(int number) {
    switch (number) {
    case SIGINT: return 'I';
    case SIGWINCH: return 'W';
    case SIGCONT: return 'C';
    case SIGTSTP: return 'Z';
    case SIGHUP: return 'H';
    default: return 'T';
    }
}

/* Writes one byte and nothing else: no call here may allocate or touch libedit. */
static void handle(int number) {
    int kept = errno;
    char byte = letter(number);
    int command = number == SIGINT && for_whom == SEN_FOR_COMMAND;
    if (command && ++interrupts >= 3) _exit(130);
    ssize_t written = write(command ? command_pipe[1] : prompt_pipe[1], &byte, 1);
    (void)written;
    errno = kept;
}

static void install(int number, void (*handler)(int)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

int sen_signals_open(int *prompt, int *command) {
    if (prompt_pipe[0] < 0) {
        if (pipe2(prompt_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
        if (pipe2(command_pipe, O_CLOEXEC) != 0) return -1;
        fcntl(command_pipe[1], F_SETFL, O_NONBLOCK);
    }
    *prompt = prompt_pipe[0];
    *command = command_pipe[0];
    install(SIGINT, handle);
    install(SIGWINCH, handle);
    install(SIGCONT, handle);
    return 0;
}

void sen_signals_for(int whom) {
    if (prompt_pipe[0] < 0) return;
    if (whom == SEN_FOR_COMMAND) interrupts = 0;
    for_whom = whom;
    void (*handler)(int) = whom == SEN_FOR_EDITING ? handle : SIG_DFL;
    install(SIGTSTP, handler);
    install(SIGTERM, handler);
    install(SIGHUP, handler);
}

void sen_stop(void) {
    install(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    install(SIGTSTP, handle);
}

void sen_end_by(int number) {
    install(number, SIG_DFL);
    raise(number);
}
