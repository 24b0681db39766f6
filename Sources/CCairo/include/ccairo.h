// cairo and pango, loaded when the first PDF file or picture is written, so that nobody else pays for them. The types
// are those of cairo 1.16 and pango 1.50 or later; both keep their binary interface.
#ifndef CCAIRO_H
#define CCAIRO_H

typedef struct cairo_context cairo_context;
typedef struct cairo_surface cairo_surface;
typedef struct cairo_font_options cairo_font_options;
typedef struct pango_map pango_map;
typedef struct pango_context pango_context;
typedef struct pango_language pango_language;
typedef struct pango_layout pango_layout;
typedef struct pango_line pango_line;
typedef struct pango_iterator pango_iterator;
typedef struct pango_attributes pango_attributes;
typedef struct pango_description pango_description;
typedef struct pango_font pango_font;
typedef struct pango_coverage pango_coverage;
typedef struct { int x, y, width, height; } pango_box;
/// The beginning of every attribute of pango; the places count bytes of UTF-8.
typedef struct { const void *kind; unsigned int start, end; } pango_attribute;

typedef int (*ccairo_write)(void *closure, const unsigned char *bytes, unsigned int count);

/// The calls of the two libraries that Sen uses.
typedef struct {
    cairo_surface *(*cairo_pdf_surface_create_for_stream)(ccairo_write, void *closure, double width, double height);
    void (*cairo_pdf_surface_set_size)(cairo_surface *, double width, double height);
    void (*cairo_pdf_surface_set_metadata)(cairo_surface *, int which, const char *text);
    cairo_surface *(*cairo_image_surface_create)(int format, int width, int height);
    int (*cairo_surface_write_to_png_stream)(cairo_surface *, ccairo_write, void *closure);
    void (*cairo_surface_finish)(cairo_surface *);
    int (*cairo_surface_status)(cairo_surface *);
    void (*cairo_surface_destroy)(cairo_surface *);
    cairo_context *(*cairo_create)(cairo_surface *);
    int (*cairo_status)(cairo_context *);
    void (*cairo_destroy)(cairo_context *);
    void (*cairo_show_page)(cairo_context *);
    void (*cairo_save)(cairo_context *);
    void (*cairo_restore)(cairo_context *);
    void (*cairo_translate)(cairo_context *, double x, double y);
    void (*cairo_scale)(cairo_context *, double x, double y);
    void (*cairo_new_path)(cairo_context *);
    void (*cairo_move_to)(cairo_context *, double x, double y);
    void (*cairo_line_to)(cairo_context *, double x, double y);
    void (*cairo_arc)(cairo_context *, double x, double y, double radius, double from, double to);
    void (*cairo_rectangle)(cairo_context *, double x, double y, double width, double height);
    void (*cairo_close_path)(cairo_context *);
    void (*cairo_set_source_rgb)(cairo_context *, double red, double green, double blue);
    void (*cairo_set_line_width)(cairo_context *, double width);
    void (*cairo_set_dash)(cairo_context *, const double *dashes, int count, double offset);
    void (*cairo_fill_preserve)(cairo_context *);
    void (*cairo_stroke)(cairo_context *);
    void (*cairo_tag_begin)(cairo_context *, const char *name, const char *attributes);
    void (*cairo_tag_end)(cairo_context *, const char *name);
    cairo_font_options *(*cairo_font_options_create)(void);
    void (*cairo_font_options_destroy)(cairo_font_options *);
    void (*cairo_font_options_set_hint_style)(cairo_font_options *, int style);
    void (*cairo_font_options_set_hint_metrics)(cairo_font_options *, int on);

    pango_map *(*pango_cairo_font_map_new)(void);
    void (*pango_cairo_context_set_resolution)(pango_context *, double dots);
    void (*pango_cairo_context_set_font_options)(pango_context *, const cairo_font_options *);
    void (*pango_cairo_show_layout_line)(cairo_context *, pango_line *);
    void (*pango_cairo_layout_line_path)(cairo_context *, pango_line *);
    pango_context *(*pango_font_map_create_context)(pango_map *);
    void (*pango_context_set_round_glyph_positions)(pango_context *, int on);
    void (*pango_context_set_language)(pango_context *, pango_language *);
    pango_language *(*pango_language_from_string)(const char *tag);
    pango_font *(*pango_context_load_font)(pango_context *, const pango_description *);
    pango_coverage *(*pango_font_get_coverage)(pango_font *, pango_language *);
    int (*pango_coverage_get)(pango_coverage *, int scalar);
    pango_description *(*pango_font_description_new)(void);
    void (*pango_font_description_free)(pango_description *);
    void (*pango_font_description_set_family)(pango_description *, const char *names);
    void (*pango_font_description_set_absolute_size)(pango_description *, double size);
    void (*pango_font_description_set_weight)(pango_description *, int weight);
    void (*pango_font_description_set_style)(pango_description *, int style);
    pango_layout *(*pango_layout_new)(pango_context *);
    void (*pango_layout_set_text)(pango_layout *, const char *text, int count);
    void (*pango_layout_set_font_description)(pango_layout *, const pango_description *);
    void (*pango_layout_set_attributes)(pango_layout *, pango_attributes *);
    void (*pango_layout_set_width)(pango_layout *, int width);
    void (*pango_layout_set_wrap)(pango_layout *, int way);
    void (*pango_layout_set_indent)(pango_layout *, int indent);
    void (*pango_layout_set_justify)(pango_layout *, int on);
    void (*pango_layout_set_alignment)(pango_layout *, int way);
    int (*pango_layout_get_line_count)(pango_layout *);
    pango_iterator *(*pango_layout_get_iter)(pango_layout *);
    void (*pango_layout_iter_free)(pango_iterator *);
    int (*pango_layout_iter_next_line)(pango_iterator *);
    pango_line *(*pango_layout_iter_get_line_readonly)(pango_iterator *);
    void (*pango_layout_iter_get_line_extents)(pango_iterator *, pango_box *ink, pango_box *logical);
    int (*pango_layout_iter_get_baseline)(pango_iterator *);
    pango_attributes *(*pango_attr_list_new)(void);
    void (*pango_attr_list_insert)(pango_attributes *, pango_attribute *);
    void (*pango_attr_list_unref)(pango_attributes *);
    pango_attribute *(*pango_attr_weight_new)(int weight);
    pango_attribute *(*pango_attr_style_new)(int style);
    pango_attribute *(*pango_attr_family_new)(const char *family);
    pango_attribute *(*pango_attr_size_new_absolute)(int size);
    void (*g_object_unref)(void *);
} ccairo_calls;

/// Loads the libraries once and gives their calls, or a null pointer where they are not installed.
const ccairo_calls *ccairo_load(void);

#endif
