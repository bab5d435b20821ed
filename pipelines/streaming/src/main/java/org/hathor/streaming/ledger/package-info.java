/** Every listen, reaction and description into the lake and into ClickHouse, each once. */
package org.hathor.streaming.ledger;
