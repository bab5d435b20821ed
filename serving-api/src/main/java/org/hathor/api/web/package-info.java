/** The web client and the API's own page, from the jar. */
package org.hathor.api.web;
