/** Analytics over HTTP. */
package org.hathor.api.analytics;
