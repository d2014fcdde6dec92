package org.crossborough.safety.isolation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears everything that is logged while it is open, down to the details of this service's own. */
final class LogRecorder extends Handler implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final Logger own = Logger.getLogger("org.crossborough");
  private final Logger statements = Logger.getLogger("org.hibernate.SQL");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogRecorder() {}

  static LogRecorder start() {
    LogRecorder recorder = new LogRecorder();
    recorder.root.addHandler(recorder);
    recorder.own.setLevel(Level.ALL);
    recorder.statements.setLevel(Level.ALL);
    return recorder;
  }

  @Override
  public void publish(LogRecord record) {
    StringWriter text = new StringWriter();
    text.append(String.valueOf(record.getMessage())).append(' ');
    text.append(Arrays.toString(record.getParameters()));
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text, true));
    }
    lines.add(text.toString());
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    root.removeHandler(this);
    own.setLevel(null);
    statements.setLevel(null);
  }
}
