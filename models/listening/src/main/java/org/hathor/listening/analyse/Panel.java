package org.hathor.listening.analyse;

/**
 * One drawing of the sheet.
 *
 * @param id a word, its anchor in the page
 * @param title what it shows
 * @param caption how it is read, with units; a line
 * @param height in units, at any width
 * @param drawing what draws it
 */
record Panel(String id, String title, String caption, int height, Drawing drawing) {
    /** Draws on a surface of a width; the height is the panel's. */
    interface Drawing {
        void draw(Surface surface, double width);
    }
}
