package org.crossborough.outcomes.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.Releases;

/**
 * A whole feed as a file, written while it is read: so many lines at a time, however many there
 * are. No transaction stays open while a slow reader takes his time; what is released meanwhile
 * stands above where the file began, and is left to the next one.
 */
@ApplicationScoped
class FeedFile {

  private static final int LINES_AT_A_TIME = 1000;

  private final Releases releases;
  private final ObjectMapper json;

  FeedFile(Releases releases, ObjectMapper json) {
    this.releases = releases;
    this.json = json;
  }

  @FunctionalInterface
  private interface Sink {
    void take(CellView line) throws IOException;
  }

  /** One JSON document a line. */
  StreamingOutput ndjson(Feed feed, long newest) {
    return out -> {
      OutputStream file = new BufferedOutputStream(out, 1 << 16);
      each(
          feed,
          newest,
          line -> {
            file.write(json.writeValueAsBytes(line));
            file.write('\n');
          });
      file.flush();
    };
  }

  /** A table with a head (RFC 4180). */
  StreamingOutput csv(Feed feed, long newest) {
    return out -> {
      Writer text =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
      CsvWriter file = CsvWriter.builder().build(text);
      file.writeRecord(Arrays.stream(FeedColumn.values()).map(FeedColumn::title).toList());
      each(
          feed,
          newest,
          line ->
              file.writeRecord(
                  Arrays.stream(FeedColumn.values()).map(column -> column.of(line)).toList()));
      file.flush();
    };
  }

  /** What the columns are: CSV on the Web, W3C 2015. */
  static Map<String, Object> metadata(Feed feed) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("@context", "http://www.w3.org/ns/csvw");
    metadata.put("url", "cells.csv");
    metadata.put("dc:title", feed.product().title());
    metadata.put("dc:spatial", feed.area());
    metadata.put(
        "rdfs:comment",
        "Disclosure policy %s. A hidden number is *; it is neither 0 nor missing."
            .formatted(feed.product().policy()));
    metadata.put(
        "tableSchema",
        Map.of(
            "columns", Arrays.stream(FeedColumn.values()).map(FeedFile::column).toList(),
            "primaryKey", List.of("period", "version", "section", "metric", "breakdown")));
    return metadata;
  }

  private static Map<String, Object> column(FeedColumn column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", column.title());
    described.put("titles", column.title());
    described.put("dc:description", column.description());
    described.put(
        "datatype",
        column.datatype().equals(FeedColumn.NUMBER)
            ? Map.of("base", "string", "format", "\\*|[0-9]+(\\.[0-9])?")
            : column.datatype());
    return described;
  }

  private void each(Feed feed, long newest, Sink sink) throws IOException {
    long below = newest + 1;
    while (true) {
      long place = below;
      List<FeedCell> lines =
          QuarkusTransaction.requiringNew()
              .call(() -> releases.below(feed.product(), feed.area(), place, LINES_AT_A_TIME));
      for (FeedCell line : lines) {
        sink.take(CellView.of(feed, line));
      }
      if (lines.size() < LINES_AT_A_TIME) {
        return;
      }
      below = lines.getLast().place();
    }
  }
}
