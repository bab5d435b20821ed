package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A visit to the page in a real browser, with a screenshot of each view under {@code target/screenshots}. */
final class PageVisit implements AutoCloseable {
    private static final int PHONE_WIDTH = 360;

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final List<String> problems = new ArrayList<>();

    private PageVisit(Playwright playwright, Browser browser, String url) {
        this.playwright = playwright;
        this.browser = browser;
        this.url = url;
    }

    /** The machine's Chromium, if it has one. */
    static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PageVisit begin(Path chromium, String url) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        return new PageVisit(playwright, browser, url);
    }

    /** A page at a desktop's width. */
    Page desktop() {
        return page(1280, 900);
    }

    /** A page at a phone's width. */
    Page phone() {
        return page(PHONE_WIDTH, 740);
    }

    private Page page(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 401")) {
                problems.add(message.text());
            }
        });
        return page;
    }

    void open(Page page, String path) {
        page.navigate(url + path);
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Hathor.root()
                        .resolve("standalone/box/target/screenshots")
                        .resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Nothing is wider than the phone. */
    void assertFits(Page page) {
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as("width of %s", page.url()).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    void assertNoProblems() {
        assertThat(problems).as("errors in the browser").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
