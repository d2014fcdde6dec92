package org.crossborough.programme.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A report as an accessible PDF (PDF/UA): tagged, titled, with its font inside. */
final class ReportPdf {

  // Comes with the PDF library and has Latin, Greek and Cyrillic: the fonts every reader has do
  // not.
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private ReportPdf() {}

  static byte[] of(ReportFacts facts) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(font(), "Liberation Sans");
    // Nothing outside the page is ever fetched: the page names nothing outside itself.
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(ReportPage.of(facts), null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException failure) {
      throw new UncheckedIOException("The report could not be written", failure);
    }
    return pdf.toByteArray();
  }

  private static FSSupplier<InputStream> font() {
    return () -> Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT));
  }
}
