package org.hathor.listening.analyse;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** An SVG that stands in a page: text in the page's own font, grids of colours as PNG within. */
final class SvgSurface implements Surface {
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty drawing.
     *
     * @param cssClass when the page shows it
     * @param description what a person who cannot see it is told
     */
    SvgSurface(int width, int height, String cssClass, String description) {
        svg.append("<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(cssClass, width, height, escaped(description)));
    }

    /** The element, finished. */
    String element() {
        return svg + "</svg>";
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color colour) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, width, height, css(colour));
    }

    @Override
    public void line(double[] xs, double[] ys, Color colour, double width) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isNaN(ys[i])) {
                drawing = false;
                continue;
            }
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", xs[i], ys[i]));
            drawing = true;
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\"/>",
                path, css(colour), width);
    }

    @Override
    public void polygon(double[] xs, double[] ys, Color colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", xs[i], ys[i]));
        }
        add("<polygon points=\"%s\" fill=\"%s\"/>", points.toString().strip(), css(colour));
    }

    @Override
    public void text(double x, double y, String text, Type type, Anchor anchor, Color colour) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\"%s text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                type.size(),
                type.bold() ? " font-weight=\"600\"" : "",
                anchor.name().toLowerCase(Locale.ROOT),
                css(colour),
                escaped(text));
    }

    @Override
    public void raster(double x, double y, double width, double height, int[][] rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(Rasters.image(rows), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be encoded in memory", e);
        }
        add(
                "<image x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" preserveAspectRatio=\"none\""
                        + " href=\"data:image/png;base64,%s\"/>",
                x, y, width, height, Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    /** Text that is text wherever it stands in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", "?");
    }

    private void add(String shape, Object... values) {
        svg.append(String.format(Locale.ROOT, shape, values));
    }

    private static String css(Color colour) {
        return colour.getAlpha() == 255
                ? "#%06x".formatted(colour.getRGB() & 0xffffff)
                : String.format(
                        Locale.ROOT,
                        "rgba(%d,%d,%d,%.2f)",
                        colour.getRed(),
                        colour.getGreen(),
                        colour.getBlue(),
                        colour.getAlpha() / 255.0);
    }
}
