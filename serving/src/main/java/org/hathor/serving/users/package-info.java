/** Who there is. */
package org.hathor.serving.users;
