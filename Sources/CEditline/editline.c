#include "editline.h"

#include <errno.h>
#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

struct sen_editline {
    EditLine *el;
    void *context;
    sen_next_key next_key;
    sen_act act;
    wchar_t *prompt, *hint;
};

static sen_editline *owner(EditLine *el) {
    void *data = NULL;
    el_wget(el, EL_CLIENTDATA, &data);
    return data;
}

static int read_key(EditLine *el, wchar_t *key) {
    sen_editline *editor = owner(el);
    uint32_t code = 0;
    int got = editor->next_key(editor->context, &code);
    *key = (wchar_t)code;
    if (got != 1) errno = EINTR;
    return got;
}

static unsigned char act(EditLine *el, wint_t key) {
    (void)key;
    sen_editline *editor = owner(el);
    return (unsigned char)editor->act(editor->context);
}

static wchar_t empty[] = L"";
static wchar_t *prompt_of(EditLine *el) { sen_editline *e = owner(el); return e && e->prompt ? e->prompt : empty; }
static wchar_t *hint_of(EditLine *el) { sen_editline *e = owner(el); return e && e->hint ? e->hint : empty; }

/* libedit complains about a terminal it does not know; such a terminal is taken for an xterm while libedit opens. */
static EditLine *open_on_known_terminal(FILE *out) {
    const char *name = getenv("TERM");
    char *kept = name ? strdup(name) : NULL;
    int unknown = !name || tgetent(NULL, name) <= 0;
    if (unknown) setenv("TERM", "xterm", 1);
    EditLine *el = el_init("sen", stdin, out, stderr);
    if (unknown && kept) setenv("TERM", kept, 1);
    if (unknown && !kept) unsetenv("TERM");
    free(kept);
    return el;
}

sen_editline *sen_editline_open(void *context, sen_next_key next_key, sen_act perform) {
    sen_editline *editor = calloc(1, sizeof *editor);
    if (!editor) return NULL;
    editor->el = open_on_known_terminal(isatty(STDOUT_FILENO) ? stdout : stderr);
    if (!editor->el) { free(editor); return NULL; }
    editor->context = context;
    editor->next_key = next_key;
    editor->act = perform;
    EditLine *el = editor->el;
    el_wset(el, EL_CLIENTDATA, editor);
    el_wset(el, EL_SIGNAL, 0);
    el_wset(el, EL_EDITOR, L"emacs");
    /* While a line is edited every key is ours: ^C, ^Z and ^S come as keys, and a pasted ^C does nothing. */
    el_wset(el, EL_SETTY, L"-d", L"-isig", L"-icrnl", L"-inlcr", L"-ixon", L"-iexten", NULL);
    el_wset(el, EL_GETCFN, read_key);
    el_wset(el, EL_PROMPT_ESC, prompt_of, L'\1');
    el_wset(el, EL_RPROMPT_ESC, hint_of, L'\1');
    el_wset(el, EL_ADDFN, L"sen-act", L"What the prompt does itself", act);
    sen_editline_bind(editor, SEN_ACT, "sen-act");
    return editor;
}

void sen_editline_close(sen_editline *editor) {
    el_end(editor->el);
    free(editor->prompt);
    free(editor->hint);
    free(editor);
}

int sen_editline_bind(sen_editline *editor, uint32_t key, const char *command) {
    wchar_t name[64];
    size_t length = mbstowcs(name, command, 64);
    if (length == (size_t)-1 || length >= 64) return -1;
    wchar_t code[2] = {(wchar_t)key, 0};
    return el_wset(editor->el, EL_BIND, code, name, NULL);
}

int sen_editline_read(sen_editline *editor) {
    int count = 0;
    fflush(NULL);
    const wchar_t *line = el_wgets(editor->el, &count);
    el_wset(editor->el, EL_PREP_TERM, 0);
    fflush(NULL);
    return line != NULL && count > 0;
}

size_t sen_editline_text(sen_editline *editor, const uint32_t **text, size_t *cursor) {
    const LineInfoW *line = el_wline(editor->el);
    *text = (const uint32_t *)line->buffer;
    *cursor = (size_t)(line->cursor - line->buffer);
    return (size_t)(line->lastchar - line->buffer);
}

static wchar_t *copy(const uint32_t *text, size_t count) {
    wchar_t *wide = calloc(count + 1, sizeof *wide);
    if (wide && count) memcpy(wide, text, count * sizeof *wide);
    return wide;
}

void sen_editline_insert(sen_editline *editor, const uint32_t *text, size_t count) {
    wchar_t *wide = copy(text, count);
    if (wide && count) el_winsertstr(editor->el, wide);
    free(wide);
}

void sen_editline_delete_before(sen_editline *editor, size_t count) {
    if (count) el_wdeletestr(editor->el, (int)count);
}

void sen_editline_move(sen_editline *editor, int by) { el_cursor(editor->el, by); }

void sen_editline_set_prompt(sen_editline *editor, const uint32_t *text, size_t count) {
    wchar_t *old = editor->prompt;
    editor->prompt = copy(text, count);
    free(old);
}

void sen_editline_set_hint(sen_editline *editor, const uint32_t *text, size_t count) {
    wchar_t *old = editor->hint;
    editor->hint = copy(text, count);
    free(old);
}

void sen_editline_redraw(sen_editline *editor) { el_wset(editor->el, EL_REFRESH); }
void sen_editline_resize(sen_editline *editor) { el_resize(editor->el); }

/* libedit believes the terminal raw after a stop; it has to be told "off" first. */
void sen_editline_raw(sen_editline *editor, int on) {
    el_wset(editor->el, EL_PREP_TERM, 0);
    if (on) el_wset(editor->el, EL_PREP_TERM, 1);
}
