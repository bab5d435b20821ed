/**
 * The platform's HTTP: for each feature of {@code serving} an adapter of the same name that parses, calls one facade
 * method, and wraps. No SQL, no rules, no branching on domain state.
 */
package org.hathor.api;
