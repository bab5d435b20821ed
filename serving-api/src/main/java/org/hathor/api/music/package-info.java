/** Tracks over HTTP. */
package org.hathor.api.music;
