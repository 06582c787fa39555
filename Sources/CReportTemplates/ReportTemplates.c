#include "CReportTemplates.h"

#include <string.h>

static const unsigned char report_html[] = {
#embed "Resources/report.html.mustache"
};
static const unsigned char summary_md[] = {
#embed "Resources/summary.md.mustache"
};
static const unsigned char report_style[] = {
#embed "Resources/report.css"
};
static const unsigned char report_script[] = {
#embed "Resources/report.js"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    FILE("report.html.mustache", report_html),
    FILE("summary.md.mustache", summary_md),
    FILE("report.css", report_style),
    FILE("report.js", report_script),
};

const unsigned char *report_template(const char *name, size_t *size) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
    if (strcmp(files[index].name, name) == 0) {
      *size = files[index].size;
      return files[index].bytes;
    }
  }
  *size = 0;
  return 0;
}
