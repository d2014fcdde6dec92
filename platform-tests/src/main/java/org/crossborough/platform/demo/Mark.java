package org.crossborough.platform.demo;

import java.util.Arrays;

/** One letter of a story's attendance: what happened to one man at one session. */
enum Mark {
  WHOLE('P', "ATTENDED"),
  ALL_BUT_A_MINUTE('S', "ATTENDED"),
  HALF('H', "PARTIAL"),
  AWAY_WITH_LEAVE('A', "ABSENT_AUTHORISED"),
  AWAY_WITHOUT_LEAVE('U', "ABSENT_UNAUTHORISED"),
  NOT_LISTED('.', "");

  private final char letter;
  private final String code;

  Mark(char letter, String code) {
    this.letter = letter;
    this.code = code;
  }

  static Mark of(int letter) {
    return Arrays.stream(values())
        .filter(mark -> mark.letter == letter)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No mark " + Character.toString(letter)));
  }

  String code() {
    return code;
  }

  int minutesOf(int planned) {
    return switch (this) {
      case WHOLE -> planned;
      case ALL_BUT_A_MINUTE -> planned - 1;
      case HALF -> planned / 2;
      case AWAY_WITH_LEAVE, AWAY_WITHOUT_LEAVE, NOT_LISTED -> 0;
    };
  }
}
