package org.hathor.listening.analyse;

import java.awt.image.BufferedImage;
import java.util.List;
import org.hathor.listening.analyse.Surface.Anchor;
import org.hathor.listening.analyse.Surface.Type;

/** The sheet as a picture. */
final class ImageSheet {
    private static final int WIDTH = 1112;
    private static final int MARGIN = 24;
    private static final int PADDING = 16;
    private static final int HEAD = 84;
    private static final int FIGURE_HEIGHT = 78;
    private static final int FIGURES_A_ROW = 4;
    private static final int GAP = 12;
    private static final int PANEL_HEAD = 50;
    private static final int NAME_LENGTH_MAX = 64;

    private ImageSheet() {}

    /** The picture. */
    static BufferedImage of(Analysis analysis) {
        List<Panel> panels = Panels.of(analysis);
        List<Figure> figures = Figure.of(analysis);
        int figureRows = (figures.size() + FIGURES_A_ROW - 1) / FIGURES_A_ROW;
        int height = HEAD
                + figureRows * (FIGURE_HEIGHT + GAP)
                + panels.stream()
                        .mapToInt(panel -> PANEL_HEAD + panel.height() + PADDING + GAP)
                        .sum()
                + MARGIN;
        ImageSurface surface = new ImageSurface(WIDTH, height, Palette.PAGE);
        surface.text(MARGIN, 44, shortened(analysis.name()), Type.HEADLINE, Anchor.START, Palette.INK);
        surface.text(
                MARGIN, 66, analysis.length() + " · " + analysis.format(), Type.LABEL, Anchor.START, Palette.QUIET);
        int y = HEAD;
        for (int i = 0; i < figures.size(); i++) {
            double width = (WIDTH - 2.0 * MARGIN - (FIGURES_A_ROW - 1) * GAP) / FIGURES_A_ROW;
            double x = MARGIN + i % FIGURES_A_ROW * (width + GAP);
            figure(surface, figures.get(i), x, y + i / FIGURES_A_ROW * (FIGURE_HEIGHT + GAP), width);
        }
        y += figureRows * (FIGURE_HEIGHT + GAP);
        for (Panel panel : panels) {
            y += panel(surface, panel, y) + GAP;
        }
        return surface.image();
    }

    private static void figure(Surface surface, Figure figure, double x, double y, double width) {
        surface.rectangle(x, y, width, FIGURE_HEIGHT, Palette.CARD);
        surface.text(x + 14, y + 22, figure.label(), Type.LABEL, Anchor.START, Palette.QUIET);
        surface.text(x + 14, y + 48, figure.value(), Type.FIGURE, Anchor.START, Palette.INK);
        surface.text(x + 14, y + 67, figure.note(), Type.TICK, Anchor.START, Palette.QUIET);
    }

    private static int panel(ImageSurface surface, Panel panel, int y) {
        int height = PANEL_HEAD + panel.height() + PADDING;
        surface.rectangle(MARGIN, y, WIDTH - 2.0 * MARGIN, height, Palette.CARD);
        surface.text(MARGIN + PADDING, y + 24, panel.title(), Type.TITLE, Anchor.START, Palette.INK);
        surface.text(MARGIN + PADDING, y + 42, panel.caption(), Type.LABEL, Anchor.START, Palette.QUIET);
        surface.move(MARGIN + PADDING, y + PANEL_HEAD);
        panel.drawing().draw(surface, WIDTH - 2.0 * (MARGIN + PADDING));
        surface.move(-(MARGIN + PADDING), -(y + PANEL_HEAD));
        return height;
    }

    private static String shortened(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= NAME_LENGTH_MAX ? printable : printable.substring(0, NAME_LENGTH_MAX - 1) + "…";
    }
}
