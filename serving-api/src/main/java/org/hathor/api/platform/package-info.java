/** What every adapter stands on: the engines, what is made ready at start, requests' ids, health. */
package org.hathor.api.platform;
