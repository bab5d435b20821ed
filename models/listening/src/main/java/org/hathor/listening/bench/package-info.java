/**
 * {@code ./hathor bench audio}: the audio models measured against truth and peers, a section a question.
 *
 * <p>A section is a {@link org.hathor.listening.bench.Bench}; {@link org.hathor.listening.bench.Benches} lists them.
 * Peers are Python programs under {@code models/listening/peers}, asked through
 * {@link org.hathor.listening.bench.Peers}.
 */
package org.hathor.listening.bench;
