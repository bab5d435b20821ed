/** Domain maths that batch and stream share, without an engine. */
package org.hathor.core;
