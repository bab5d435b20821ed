/** The door of events as JSON. */
package org.hathor.api.events;
