#include "CReferenceTables.h"

#include <string.h>

// A table is two lines here: its bytes, and the name that it is found by.

static const unsigned char headers[] = {
#embed "Resources/headers.tsv"
};
static const unsigned char answer_words[] = {
#embed "Resources/answer-words.tsv"
};
static const unsigned char folds[] = {
#embed "Resources/folds.tsv"
};
static const unsigned char legal_forms[] = {
#embed "Resources/legal-forms.tsv"
};
static const unsigned char name_words[] = {
#embed "Resources/name-words.tsv"
};
static const unsigned char countries[] = {
#embed "Resources/countries.tsv"
};
static const unsigned char country_names[] = {
#embed "Resources/country-names.tsv"
};
static const unsigned char country_display_names[] = {
#embed "Resources/country-display-names.tsv"
};
static const unsigned char tile_grid[] = {
#embed "Resources/tile-grid.tsv"
};
static const unsigned char country_name_sets[] = {
#embed "Resources/country-name-sets.tsv"
};
static const unsigned char regions[] = {
#embed "Resources/regions.tsv"
};
static const unsigned char region_display_names[] = {
#embed "Resources/region-display-names.tsv"
};
static const unsigned char places[] = {
#embed "Resources/places.tsv"
};
static const unsigned char announcement_messages[] = {
#embed "Resources/announcement-messages.tsv"
};
static const unsigned char report_messages[] = {
#embed "Resources/report-messages.tsv"
};
static const unsigned char type_concepts[] = {
#embed "Resources/type-concepts.tsv"
};
static const unsigned char type_concept_classes[] = {
#embed "Resources/type-concept-classes.tsv"
};
static const unsigned char type_concept_words[] = {
#embed "Resources/type-concept-words.tsv"
};
static const unsigned char claim_words[] = {
#embed "Resources/claim-words.tsv"
};
static const unsigned char type_keywords[] = {
#embed "Resources/type-keywords.tsv"
};
static const unsigned char type_answers[] = {
#embed "Resources/type-answers.tsv"
};
static const unsigned char gazetteer[] = {
#embed "Resources/gazetteer.tsv"
};
static const unsigned char languages[] = {
#embed "Resources/languages.tsv"
};
static const unsigned char country_languages[] = {
#embed "Resources/country-languages.tsv"
};
static const unsigned char concepts[] = {
#embed "Resources/concepts.tsv"
};
static const unsigned char romanizations[] = {
#embed "Resources/romanizations.tsv"
};
static const unsigned char pinyin[] = {
#embed "Resources/pinyin.tsv"
};
static const unsigned char organization_aliases[] = {
#embed "Resources/organization-aliases.tsv"
};
static const unsigned char concept_roles[] = {
#embed "Resources/concept-roles.tsv"
};

#define TABLE(name, bytes) {name, bytes, sizeof bytes}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} tables[] = {
    TABLE("headers", headers),
    TABLE("answer-words", answer_words),
    TABLE("folds", folds),
    TABLE("legal-forms", legal_forms),
    TABLE("name-words", name_words),
    TABLE("countries", countries),
    TABLE("country-names", country_names),
    TABLE("country-display-names", country_display_names),
    TABLE("country-name-sets", country_name_sets),
    TABLE("tile-grid", tile_grid),
    TABLE("regions", regions),
    TABLE("region-display-names", region_display_names),
    TABLE("places", places),
    TABLE("announcement-messages", announcement_messages),
    TABLE("report-messages", report_messages),
    TABLE("claim-words", claim_words),
    TABLE("type-keywords", type_keywords),
    TABLE("type-answers", type_answers),
    TABLE("type-concepts", type_concepts),
    TABLE("type-concept-classes", type_concept_classes),
    TABLE("type-concept-words", type_concept_words),
    TABLE("gazetteer", gazetteer),
    TABLE("languages", languages),
    TABLE("country-languages", country_languages),
    TABLE("concepts", concepts),
    TABLE("romanizations", romanizations),
    TABLE("pinyin", pinyin),
    TABLE("organization-aliases", organization_aliases),
    TABLE("concept-roles", concept_roles),
};

const unsigned char *reference_table(const char *name, size_t *size) {
  for (size_t index = 0; index < sizeof tables / sizeof tables[0]; index++) {
    if (strcmp(tables[index].name, name) == 0) {
      *size = tables[index].size;
      return tables[index].bytes;
    }
  }
  *size = 0;
  return 0;
}

const char *reference_table_at(size_t index, const unsigned char **bytes, size_t *size) {
  if (index >= sizeof tables / sizeof tables[0]) {
    *bytes = 0;
    *size = 0;
    return 0;
  }
  *bytes = tables[index].bytes;
  *size = tables[index].size;
  return tables[index].name;
}
