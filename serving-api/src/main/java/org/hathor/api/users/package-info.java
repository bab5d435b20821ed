/** Who one is, and one's tokens. */
package org.hathor.api.users;
