/** Combining what a subtask sees within a fraction of a second, so that hot keys travel once per pane. */
package org.hathor.streaming.panes;
