package org.crossborough.outcomes.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.text.NumberFormat;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws a chart as SVG with a title and a description. One colour, which stands out from white by
 * more than 4.5 to 1 and carries no meaning of its own; a hidden number is drawn as the mark, never
 * as a bar of no height.
 */
public final class ChartSvg {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int CROWDED = 8;
  private static final double ALL = 100;
  private static final Color BARS = new Color(0x1d70b8);
  private static final Color LINES = new Color(0x767676);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font MARK = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  private static final String SERIES = "shown";

  private ChartSvg() {}

  /** The picture as an SVG document. */
  public static String of(Chart chart) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("Drawn from released figures");
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    drawn(chart).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Element root = graphics.getRoot();
    describe(root, chart);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (SVGGraphics2DIOException impossible) {
      throw new IllegalStateException("The chart could not be written", impossible);
    }
    return text.toString();
  }

  private static void describe(Element root, Chart chart) {
    root.setAttributeNS(null, "viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT));
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-labelledby", "title description");
    var _ =
        root.insertBefore(text(root, "desc", "description", chart.inWords()), root.getFirstChild());
    var _ = root.insertBefore(text(root, "title", "title", chart.title()), root.getFirstChild());
  }

  private static Element text(Element root, String name, String id, String content) {
    Element element = root.getOwnerDocument().createElementNS(SVG, name);
    element.setAttributeNS(null, "id", id);
    element.setTextContent(content);
    return element;
  }

  private static JFreeChart drawn(Chart chart) {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    chart.bars().forEach(bar -> bars.addValue(bar.height(), SERIES, bar.label()));
    JFreeChart drawn = ChartFactory.createBarChart(chart.title(), null, chart.unit(), bars);
    drawn.removeLegend();
    drawn.setBackgroundPaint(Color.WHITE);
    drawn.getTitle().setFont(TEXT.deriveFont(Font.BOLD, 14f));
    CategoryPlot plot = drawn.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(LINES);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    plot.setOutlineVisible(false);
    plot.setRenderer(renderer());
    axes(plot, chart);
    chart.bars().stream().filter(Chart.Bar::isHidden).forEach(bar -> plot.addAnnotation(mark(bar)));
    return drawn;
  }

  private static void axes(CategoryPlot plot, Chart chart) {
    plot.getDomainAxis().setTickLabelFont(TEXT);
    plot.getRangeAxis().setTickLabelFont(TEXT);
    plot.getRangeAxis().setLabelFont(TEXT);
    plot.getRangeAxis().setLowerBound(0);
    if (chart.isPercentage() || chart.bars().stream().allMatch(bar -> bar.height() == null)) {
      plot.getRangeAxis().setUpperBound(ALL);
    }
    if (chart.bars().size() > CROWDED || longest(chart) > 12) {
      plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    }
  }

  private static int longest(Chart chart) {
    return chart.bars().stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
  }

  private static BarRenderer renderer() {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, BARS);
    renderer.setMaximumBarWidth(0.1);
    NumberFormat number = NumberFormat.getNumberInstance(Locale.UK);
    renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", number));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(TEXT);
    return renderer;
  }

  private static CategoryTextAnnotation mark(Chart.Bar bar) {
    CategoryTextAnnotation mark = new CategoryTextAnnotation("*", bar.label(), 0);
    mark.setFont(MARK);
    mark.setTextAnchor(TextAnchor.BOTTOM_CENTER);
    return mark;
  }
}
