/* What the prompt needs of libedit, terminal and signals: what is variadic, a FILE or a signal handler stays in C. */
#ifndef SEN_EDITLINE_H
#define SEN_EDITLINE_H

#include <stddef.h>
#include <stdint.h>

/* --- The line editor ------------------------------------------------------------------------------------------- */

/* One libedit editor. */
typedef struct sen_editline sen_editline;

/* Gives the next key: 1 and the key, or -1 to leave the line. */
typedef int (*sen_next_key)(void *context, uint32_t *key);

/* Does what the key SEN_ACT stands for; gives one of the four answers below. */
typedef int (*sen_act)(void *context);

/* The key that calls `sen_act`; libedit's own commands are bound to the C1 codes after it, which no keyboard sends. */
#define SEN_ACT 0x80

/* What libedit does after `sen_act`: nothing, draw what changed, beep, or draw all anew. */
#define SEN_NOTHING 0
#define SEN_REFRESH 4
#define SEN_BEEP 6
#define SEN_REDISPLAY 8

/* Opens an editor on the terminal of standard input; the locale must be UTF-8 by then. NULL if libedit fails. */
sen_editline *sen_editline_open(void *context, sen_next_key next_key, sen_act act);
void sen_editline_close(sen_editline *editor);

/* Binds one key to a command of libedit by its name. */
int sen_editline_bind(sen_editline *editor, uint32_t key, const char *command);

/* Reads a line: 1 if it was entered, 0 if the key reader left it. */
int sen_editline_read(sen_editline *editor);

/* The text being edited; valid until the next change. */
size_t sen_editline_text(sen_editline *editor, const uint32_t **text, size_t *cursor);

void sen_editline_insert(sen_editline *editor, const uint32_t *text, size_t count);
void sen_editline_delete_before(sen_editline *editor, size_t count);
void sen_editline_move(sen_editline *editor, int by);

/* Sets the prompt at the left or the hint at the right; code 1 stands before and after what takes no room. */
void sen_editline_set_prompt(sen_editline *editor, const uint32_t *text, size_t count);
void sen_editline_set_hint(sen_editline *editor, const uint32_t *text, size_t count);

/* Draws prompt and text anew from where the cursor stands. */
void sen_editline_redraw(sen_editline *editor);
void sen_editline_resize(sen_editline *editor);
void sen_editline_raw(sen_editline *editor, int on);

/* --- The terminal ---------------------------------------------------------------------------------------------- */

/* Takes a locale for characters; 1 if it is there and is UTF-8. "" is the locale of the environment. */
int sen_take_locale(const char *name);

/* The columns a character takes; -1 if it is not printable. Right only in a UTF-8 locale. */
int sen_width(uint32_t character);

/* The window's size; 24 by 80 if the terminal does not tell. */
void sen_terminal_size(int fd, int *rows, int *columns);

/* Waits until one of two descriptors can be read: 1 the first, 2 the second, 0 neither in time, -1 interrupted. */
int sen_wait(int first, int second, int milliseconds);

/* Opens the controlling terminal and silences it; gives its descriptor, or -1. */
int sen_silence(void);
/* Gives a silenced terminal its voice back and closes it. */
void sen_unsilence(int fd);

/* Ends the program at once, from any thread; a silenced terminal gets its voice back. */
void sen_end_now(int status);

/* Opens a file in the user's editor and waits for it; gives its exit status, or -1. */
int sen_open_in_editor(const char *path);

/* --- Signals --------------------------------------------------------------------------------------------------- */

/* Who a signal is for. */
#define SEN_FOR_PROMPT 0
#define SEN_FOR_COMMAND 1
#define SEN_FOR_EDITING 2

/* Installs the handlers once. Bytes come out of `prompt`: I interrupt, W window, C continued, Z stop, T and H end;
   a byte for each interrupt while a command runs comes out of `command`; the third one ends the program with 130. */
int sen_signals_open(int *prompt, int *command);

/* Says what is going on now; while a line is edited, stop and end are handled too. */
void sen_signals_for(int whom);

/* Stops the program and those started with it, as ^Z does elsewhere; returns when it is continued. */
void sen_stop(void);

/* Ends the program by a signal, as if it had never been handled. */
void sen_end_by(int signal);

#endif
