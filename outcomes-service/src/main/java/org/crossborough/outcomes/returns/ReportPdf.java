package org.crossborough.outcomes.returns;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A page as an accessible PDF (PDF/UA): tagged, titled, with its font inside. */
final class ReportPdf {

  // Comes with the PDF library.
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private ReportPdf() {}

  static byte[] of(String page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (BatikSVGDrawer pictures = new BatikSVGDrawer()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePdfUaAccessibility(true);
      builder.useFont(font(), "Liberation Sans");
      builder.useSVGDrawer(pictures);
      // Nothing outside the page is ever fetched: the page names nothing outside itself.
      builder.useUriResolver((base, uri) -> null);
      builder.withHtmlContent(page, null);
      builder.toStream(pdf);
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
