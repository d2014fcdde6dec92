package org.crossborough.outcomes.form;

/** The printed form that was used; it decides what was asked. */
public enum FormVersion {
  TOP_2007,
  TOP_2016_TOBACCO,
  TOP_2018_PLUS;

  /** Whether the form has an item. */
  public boolean asksAbout(Item item) {
    if (item == Item.TOBACCO) {
      return this != TOP_2007;
    }
    return !item.isSince2018() || this == TOP_2018_PLUS;
  }
}
