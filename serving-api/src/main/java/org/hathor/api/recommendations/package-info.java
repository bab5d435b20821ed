/** Recommendations over HTTP. */
package org.hathor.api.recommendations;
