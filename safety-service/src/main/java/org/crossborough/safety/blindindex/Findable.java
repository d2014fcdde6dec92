package org.crossborough.safety.blindindex;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person can be found by: the whole of it, written in whatever way people write it. */
public enum Findable {
  /** Her whole name: neither case, accents, punctuation nor the order of its words matter. */
  NAME {
    @Override
    String normalised(String value) {
      String plain =
          Normalizer.normalize(value, Normalizer.Form.NFKD)
              .replaceAll("[\\p{M}'’]", "")
              .toLowerCase(Locale.ROOT);
      return Arrays.stream(plain.split("[^\\p{L}]+", -1))
          .filter(word -> !word.isEmpty())
          .sorted()
          .collect(Collectors.joining(" "));
    }
  },

  /** A telephone number: a British one with or without its country's code. */
  PHONE {
    @Override
    String normalised(String value) {
      String digits = value.replace("(0)", "").replaceAll("\\D", "");
      return digits.replaceFirst("^(00)?44", "0");
    }
  },

  /** An e-mail address, in whatever case. */
  EMAIL {
    @Override
    String normalised(String value) {
      return value.strip().toLowerCase(Locale.ROOT);
    }
  };

  abstract String normalised(String value);
}
