/** Who is asking: tokens in the {@code Authorization} header, and controllers that take a {@code Caller}. */
package org.hathor.api.auth;
