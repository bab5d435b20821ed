/**
 * One recording analysed for a person: a summary in words, a row as JSON, and a sheet of drawings.
 *
 * <p>A {@link org.hathor.listening.analyse.Panel} draws on a {@link org.hathor.listening.analyse.Surface}, which is a
 * picture or an SVG: the sheet as a PNG and the sheet as a page are the same drawings.
 */
package org.hathor.listening.analyse;
