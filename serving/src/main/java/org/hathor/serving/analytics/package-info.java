/** What was heard, by whom and when: exact numbers from the warehouse. */
package org.hathor.serving.analytics;
