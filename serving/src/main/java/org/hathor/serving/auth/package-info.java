/** Who is asking, and what they may do. */
package org.hathor.serving.auth;
