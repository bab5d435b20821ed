/** How listens that arrive long after they began join the ledger. */
package org.hathor.batch.history;
