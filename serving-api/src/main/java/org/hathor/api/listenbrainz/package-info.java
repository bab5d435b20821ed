/** The part of the ListenBrainz API that scrobblers speak, so that they connect unchanged. */
package org.hathor.api.listenbrainz;
