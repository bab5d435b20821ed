/** Live numbers over HTTP and as server-sent events. */
package org.hathor.api.live;
