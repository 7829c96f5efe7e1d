package org.radcam.zoo.evaluate.plot;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One plot.
 *
 * @param name of its files, without an ending
 * @param title above it
 * @param width in points
 * @param height in points
 * @param chart what is drawn
 */
public record Plot(String name, String title, int width, int height, JFreeChart chart) {
  /** Pixels for a point: enough for print at the size of a journal's column. */
  private static final int SCALE = 3;

  /**
   * The plot as SVG, which scales without loss; text stays text. Its ids begin with the plot's
   * name, so that several plots can stand in one page.
   */
  public String svg() {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("RadCAM");
    context.setIDGenerator(new Ids(name));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", title);
    NodeList definitions = root.getElementsByTagName("defs");
    for (int n = 0; n < definitions.getLength(); n++) {
      Element one = (Element) definitions.item(n);
      if (!one.getAttribute("id").startsWith(name)) {
        one.removeAttribute(
            "id"); // Batik's own, the same in every document, that nothing refers to
      }
    }
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, /* useCss= */ true, /* escaped= */ false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static final class Ids extends SVGIDGenerator {
    private final String prefix;

    Ids(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public String generateID(String kind) {
      return prefix + "-" + super.generateID(kind);
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e); // nothing is asked of the parser
    }
  }

  /** The plot as a PNG file's bytes. */
  public byte[] png() {
    BufferedImage image =
        chart.createBufferedImage(width * SCALE, height * SCALE, width, height, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
