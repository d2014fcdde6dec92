package org.crossborough.programme.staff;

import java.util.List;
import java.util.Locale;

/**
 * People as they are named in requests: by the names they sign in with, which the identity provider
 * keeps in small letters. Somebody typed twice in two ways is still one person.
 */
public final class UserNames {

  private UserNames() {}

  /** Each person once, in the order given and as the identity provider writes them. */
  public static List<String> distinct(List<String> given) {
    return given.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
