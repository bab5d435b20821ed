/**
 * A seeded population that listens: users with tastes in a latent space, a catalogue, daily rhythms, sessions, skips
 * and reactions. The same settings give the same events byte for byte, and the truth behind them (who likes what, and
 * how often anything was played) is known, so that recommendations and counts can be scored.
 *
 * <p>The way through: {@link org.hathor.simulator.SimulatorMain} reads the command line;
 * {@link org.hathor.simulator.World} is the catalogue and its listeners; {@link org.hathor.simulator.DayPlanner}
 * decides when a listener sits down to listen and {@link org.hathor.simulator.SessionPlayer} what happens then;
 * {@link org.hathor.simulator.EventStream} puts it all in order of time; {@link org.hathor.simulator.Timeline} decides
 * when an event is sent; {@link org.hathor.simulator.Truth} and {@link org.hathor.simulator.Tally} know the answers.
 */
package org.hathor.simulator;
