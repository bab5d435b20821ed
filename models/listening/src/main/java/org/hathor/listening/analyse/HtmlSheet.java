package org.hathor.listening.analyse;

import java.util.stream.Collectors;

/** The sheet as a page of its own: nothing is fetched, and each drawing is there for wide and for narrow screens. */
final class HtmlSheet {
    private static final int WIDE = 1040;
    private static final int NARROW = 350;

    private static final String STYLE =
            """
            :root { color-scheme: light; }
            * { box-sizing: border-box; }
            body { margin: 0; background: #f3f4f8; color: #1b1f2e;
              font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            main { max-width: 1112px; margin: 0 auto; padding: 28px 16px 48px; }
            h1 { margin: 0; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
            .format { margin: 4px 0 20px; color: #667085; }
            .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; margin: 0 0 14px; }
            .figures div, section { background: #fff; border: 1px solid #e4e7ee; border-radius: 12px; }
            .figures div { padding: 12px 14px; }
            dt { color: #667085; font-size: 13px; }
            dd { margin: 0; }
            dd.value { font-size: 21px; font-weight: 600; white-space: nowrap; }
            dd.note { color: #667085; font-size: 12px; min-height: 17px; }
            section { padding: 16px 18px 12px; margin: 0 0 14px; }
            h2 { margin: 0; font-size: 15px; }
            section p { margin: 1px 0 8px; color: #667085; font-size: 13px; }
            svg { display: block; width: 100%; height: auto; }
            svg text { font-family: inherit; }
            .narrow { display: none; }
            footer { color: #667085; font-size: 12px; }
            @media (max-width: 720px) {
              main { padding: 18px 10px 32px; } h1 { font-size: 20px; }
              .figures { grid-template-columns: repeat(2, 1fr); } dd.value { font-size: 18px; }
              section { padding: 12px 10px 8px; } .wide { display: none; } .narrow { display: block; }
            }
            @media print { body { background: #fff; } section { break-inside: avoid; } }
            """;

    private HtmlSheet() {}

    /** The page. */
    static String of(Analysis analysis) {
        String name = SvgSurface.escaped(analysis.name());
        String figures = Figure.of(analysis).stream()
                .map(figure -> "<div><dt>%s</dt><dd class=\"value\">%s</dd><dd class=\"note\">%s</dd></div>"
                        .formatted(
                                SvgSurface.escaped(figure.label()),
                                SvgSurface.escaped(figure.value()),
                                SvgSurface.escaped(figure.note())))
                .collect(Collectors.joining("\n"));
        String panels = Panels.of(analysis).stream().map(HtmlSheet::section).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Hathor</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p class="format">%s · %s</p>
                <dl class="figures">
                %s
                </dl>
                %s
                <footer>Hathor, features version %s</footer>
                </main>
                </body>
                </html>
                """
                .formatted(
                        name,
                        STYLE,
                        name,
                        SvgSurface.escaped(analysis.length()),
                        SvgSurface.escaped(analysis.format()),
                        figures,
                        panels,
                        SvgSurface.escaped(analysis.features().version()));
    }

    private static String section(Panel panel) {
        return "<section id=\"%s\">\n<h2>%s</h2>\n<p>%s</p>\n%s\n%s\n</section>"
                .formatted(
                        panel.id(),
                        SvgSurface.escaped(panel.title()),
                        SvgSurface.escaped(panel.caption()),
                        drawn(panel, WIDE, "wide"),
                        drawn(panel, NARROW, "narrow"));
    }

    private static String drawn(Panel panel, int width, String cssClass) {
        SvgSurface surface = new SvgSurface(width, panel.height(), cssClass, panel.title() + ". " + panel.caption());
        panel.drawing().draw(surface, width);
        return surface.element();
    }
}
