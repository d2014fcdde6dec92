package org.crossborough.referral.form;

import org.crossborough.chassis.http.Page;
import org.jspecify.annotations.Nullable;

/** How many entries of a list a caller asks for. */
public final class PageSize {

  private static final int USUAL = 20;

  private PageSize() {}

  /** The number asked for; refused as a fault of the request unless it is one that is served. */
  public static int of(@Nullable String limit) {
    return of(limit, USUAL);
  }

  /** The same for a list that is nearly always asked for as a whole: the most unless asked. */
  public static int ofWhole(@Nullable String limit) {
    return of(limit, Page.MAXIMUM);
  }

  private static int of(@Nullable String limit, int usual) {
    int size = limit == null ? usual : number(limit);
    Findings findings = new Findings();
    findings.when(
        size < 1 || size > Page.MAXIMUM, "limit", "RANGE", "must be 1 to " + Page.MAXIMUM);
    findings.refuse();
    return size;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
