// Starts programs that packs bring: apart from the files, the network and the life of the program that starts them.
#pragma once

#include <sys/types.h>

/// Starts a program in a process group of its own, between three pipes: what it reads, what it answers, what it
/// complains of; the ends come back in `ends`. It works in `scratch`, may read `pack` and the system's folders, gets
/// `environment` and nothing else, and ends when the program that started it does. Gives its number, or minus the
/// error.
pid_t sen_process_start(
    const char *program, const char *pack, const char *scratch, char *const environment[], int ends[3]);

/// Writes what the pipe has room for, without a signal where nobody reads any more. Gives how many bytes, or minus the
/// error; 0 where there is no room.
ssize_t sen_process_write(int file, const void *bytes, size_t count);

/// Waits until a program has ended, so many milliseconds; then asks it to end, and at last ends it with all that it has
/// started. Gives how it ended, as `wait` tells it.
int sen_process_end(pid_t process, int milliseconds, int grace);

/// Removes a folder and all that is in it, following no link.
void sen_process_clear(const char *folder);

/// Whether the system keeps such programs from other files.
int sen_process_is_confined(void);
