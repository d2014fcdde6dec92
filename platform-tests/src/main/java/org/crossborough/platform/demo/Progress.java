package org.crossborough.platform.demo;

/** Told how far a story has come. */
public interface Progress {

  /** Called after each step of a phase, and once before the first. */
  void at(String phase, int done, int of);
}
