package org.hathor.serving.recommendations;

/** A trained model's name and version. */
public record Model(String name, String version) {}
