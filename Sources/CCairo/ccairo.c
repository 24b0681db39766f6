#include "ccairo.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static ccairo_calls calls;
static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    // The one library brings the others, so that their calls are found through it.
    void *library = dlopen("libpangocairo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    loaded = 1;
#define FIND(name) \
    calls.name = (__typeof__(calls.name))dlsym(library, #name); \
    loaded = loaded && calls.name
    FIND(cairo_pdf_surface_create_for_stream);
    FIND(cairo_pdf_surface_set_size);
    FIND(cairo_pdf_surface_set_metadata);
    FIND(cairo_image_surface_create);
    FIND(cairo_surface_write_to_png_stream);
    FIND(cairo_surface_finish);
    FIND(cairo_surface_status);
    FIND(cairo_surface_destroy);
    FIND(cairo_create);
    FIND(cairo_status);
    FIND(cairo_destroy);
    FIND(cairo_show_page);
    FIND(cairo_save);
    FIND(cairo_restore);
    FIND(cairo_translate);
    FIND(cairo_scale);
    FIND(cairo_new_path);
    FIND(cairo_move_to);
    FIND(cairo_line_to);
    FIND(cairo_arc);
    FIND(cairo_rectangle);
    FIND(cairo_close_path);
    FIND(cairo_set_source_rgb);
    FIND(cairo_set_line_width);
    FIND(cairo_set_dash);
    FIND(cairo_fill_preserve);
    FIND(cairo_stroke);
    FIND(cairo_tag_begin);
    FIND(cairo_tag_end);
    FIND(cairo_font_options_create);
    FIND(cairo_font_options_destroy);
    FIND(cairo_font_options_set_hint_style);
    FIND(cairo_font_options_set_hint_metrics);
    FIND(pango_cairo_font_map_new);
    FIND(pango_cairo_context_set_resolution);
    FIND(pango_cairo_context_set_font_options);
    FIND(pango_cairo_show_layout_line);
    FIND(pango_cairo_layout_line_path);
    FIND(pango_font_map_create_context);
    FIND(pango_context_set_round_glyph_positions);
    FIND(pango_context_set_language);
    FIND(pango_language_from_string);
    FIND(pango_context_load_font);
    FIND(pango_font_get_coverage);
    FIND(pango_coverage_get);
    FIND(pango_font_description_new);
    FIND(pango_font_description_free);
    FIND(pango_font_description_set_family);
    FIND(pango_font_description_set_absolute_size);
    FIND(pango_font_description_set_weight);
    FIND(pango_font_description_set_style);
    FIND(pango_layout_new);
    FIND(pango_layout_set_text);
    FIND(pango_layout_set_font_description);
    FIND(pango_layout_set_attributes);
    FIND(pango_layout_set_width);
    FIND(pango_layout_set_wrap);
    FIND(pango_layout_set_indent);
    FIND(pango_layout_set_justify);
    FIND(pango_layout_set_alignment);
    FIND(pango_layout_get_line_count);
    FIND(pango_layout_get_iter);
    FIND(pango_layout_iter_free);
    FIND(pango_layout_iter_next_line);
    FIND(pango_layout_iter_get_line_readonly);
    FIND(pango_layout_iter_get_line_extents);
    FIND(pango_layout_iter_get_baseline);
    FIND(pango_attr_list_new);
    FIND(pango_attr_list_insert);
    FIND(pango_attr_list_unref);
    FIND(pango_attr_weight_new);
    FIND(pango_attr_style_new);
    FIND(pango_attr_family_new);
    FIND(pango_attr_size_new_absolute);
    FIND(g_object_unref);
#undef FIND
}

const ccairo_calls *ccairo_load(void) {
    pthread_once(&once, load);
    return loaded ? &calls : NULL;
}
